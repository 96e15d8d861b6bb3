package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.report.ChangeRefused.Reason;

/**
 * What was ordered could not be done; it is ordered again.
 *
 * @param what
 *            the order's type
 * @param reason
 *            the kind of obstacle
 * @param message
 *            what the API server or the router says
 * @param attempts
 *            so far, from 1
 * @param retryAt
 *            when it is ordered again
 */
public record EffectRefused(FactHead head, String what, Reason reason, String message, int attempts,
        Instant retryAt) implements RolloutFact {}
