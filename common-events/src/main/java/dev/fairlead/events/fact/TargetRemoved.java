package dev.fairlead.events.fact;

/**
 * The Canary is deleted.
 */
public record TargetRemoved(FactHead head) implements DeletionFact {}
