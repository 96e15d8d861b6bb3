package dev.fairlead.events.fact;

/**
 * The Canary's status is behind the log and is written again.
 */
public record StatusRestated(FactHead head) implements RolloutFact {}
