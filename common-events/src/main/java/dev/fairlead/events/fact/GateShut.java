package dev.fairlead.events.fact;

import dev.fairlead.events.definition.HookType;

/**
 * A person has shut a gate: whatever its hook says, only a person opens it.
 *
 * @param kind
 *            the gate
 * @param reason
 *            the person's
 */
public record GateShut(FactHead head, HookType kind, String reason) implements ConsentFact {}
