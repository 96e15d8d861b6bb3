package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.definition.HookType;

/**
 * A gate has been closed for as long as its Canary allows.
 *
 * @param kind
 *            the gate
 * @param since
 *            when it was first asked
 * @param due
 *            when it is overdue again
 */
public record GateOverdue(FactHead head, HookType kind, Instant since,
        Instant due) implements ConsentFact {}
