package dev.fairlead.events.order;

import java.util.List;

import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;

/**
 * Call hooks one after the other and stop at the first that fails.
 *
 * @param type
 *            of all of them; decides what answer is a success
 * @param hooks
 *            in the order of the Canary, at least one
 * @param name
 *            of the Canary, for the payload
 * @param phase
 *            for the payload
 * @param checksum
 *            for the payload
 */
public record CallHooks(OrderHead head, HookType type, List<Hook> hooks, String name, String phase,
        String checksum) implements Order {

    public CallHooks {
        hooks = List.copyOf(hooks);
    }
}
