package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.definition.HookType;

/**
 * Hooks are to be called.
 *
 * @param due
 *            when they are ordered again if nobody answers
 */
public record HooksOrdered(FactHead head, HookType kind, Instant due) implements RolloutFact {}
