package dev.fairlead.events.fact;

/**
 * The Canary is being deleted with {@code spec.revertOnDeletion}: the target is to serve by itself
 * again.
 */
public record TerminationStarted(FactHead head) implements DeletionFact {}
