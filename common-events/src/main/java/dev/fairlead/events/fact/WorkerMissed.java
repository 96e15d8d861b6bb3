package dev.fairlead.events.fact;

import java.time.Instant;

/**
 * Nobody has answered an order in time; it is ordered again.
 *
 * @param what
 *            the order's type
 * @param attempts
 *            so far, from 1
 * @param due
 *            when it is ordered once more
 */
public record WorkerMissed(FactHead head, String what, int attempts,
        Instant due) implements RolloutFact {}
