package dev.fairlead.events.order;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;

/**
 * Call hooks one after the other and stop at the first that fails.
 *
 * @param kind
 *            of all of them; decides what answer is a success
 * @param hooks
 *            in the order of the Canary, at least one
 * @param name
 *            of the Canary, for the payload
 * @param phase
 *            for the payload
 * @param lastAppliedSpec
 *            fingerprint of the revision, for the payload's checksum
 * @param trackedConfigs
 *            checksums of its configs, for the payload's checksum
 */
public record CallHooks(OrderHead head, HookType kind, List<Hook> hooks, String name, String phase,
        String lastAppliedSpec, Map<String, String> trackedConfigs) implements Order {

    public CallHooks {
        trackedConfigs = Collections.unmodifiableMap(new TreeMap<>(trackedConfigs));
        hooks = List.copyOf(hooks);
    }
}
