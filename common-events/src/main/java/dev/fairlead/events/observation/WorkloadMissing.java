package dev.fairlead.events.observation;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;

/**
 * The workload that the Canary refers to, or something it cannot do without, is not there.
 *
 * @param reason
 *            which object, and what the API server would say
 */
public record WorkloadMissing(TargetKey target, Life life, String reason) implements Observation {}
