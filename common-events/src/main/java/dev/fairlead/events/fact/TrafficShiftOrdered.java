package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.Weight;

/**
 * The route is to be written.
 *
 * @param canary
 *            the canary's share
 * @param purpose
 *            why
 * @param due
 *            when it is ordered again if nobody answers
 * @param mirrored
 *            whether requests are to be copied to the canary
 */
public record TrafficShiftOrdered(FactHead head, Weight canary, Purpose purpose, Instant due,
        boolean mirrored) implements RolloutFact {

    /** Without copies of requests. */
    public TrafficShiftOrdered(FactHead head, Weight canary, Purpose purpose, Instant due) {
        this(head, canary, purpose, due, false);
    }

    /**
     * STEP: forward. PROMOTION: back to the new primary. SAFETY: away from a canary that changes
     * while its predecessor is being promoted. REPAIR: somebody else wrote or deleted it.
     */
    public enum Purpose {
        STEP, PROMOTION, SAFETY, REPAIR
    }
}
