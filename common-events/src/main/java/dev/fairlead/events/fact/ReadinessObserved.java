package dev.fairlead.events.fact;

import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Readiness;
import dev.fairlead.events.Side;

/**
 * A workload that a rollout waits for, or stands on, has changed its readiness.
 *
 * @param fingerprint
 *            of the template that it runs
 */
public record ReadinessObserved(FactHead head, Side side, Fingerprint fingerprint,
        Readiness readiness) implements RolloutFact {}
