package dev.fairlead.events.fact;

/**
 * The workload that the Canary refers to, or what it needs, is not there.
 *
 * @param reason
 *            which object
 */
public record WorkloadMissed(FactHead head, String reason) implements RolloutFact {}
