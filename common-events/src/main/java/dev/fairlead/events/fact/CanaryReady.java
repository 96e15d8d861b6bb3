package dev.fairlead.events.fact;

/**
 * The canary runs the revision and has enough pods; its trial begins.
 */
public record CanaryReady(FactHead head) implements RolloutFact {}
