package dev.fairlead.events.fact;

import java.util.List;

import dev.fairlead.events.definition.HookType;

/**
 * A gate is open: its hooks, a person or its time-out said yes.
 *
 * @param kind
 *            the gate
 * @param by
 *            who opened it
 * @param hooks
 *            the names of those that said yes; empty when it was not opened by hooks
 * @param reason
 *            for people; empty when it was opened by hooks
 */
public record GateOpened(FactHead head, HookType kind, By by, List<String> hooks,
        String reason) implements ConsentFact {

    public GateOpened {
        hooks = List.copyOf(hooks);
    }

    /** HOOK: all its hooks, for a rollback one of them. TIMEOUT: the Canary says so. */
    public enum By {
        HOOK, PERSON, TIMEOUT
    }
}
