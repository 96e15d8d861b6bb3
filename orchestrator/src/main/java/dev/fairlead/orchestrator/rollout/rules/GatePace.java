package dev.fairlead.orchestrator.rollout.rules;

import java.time.Duration;

/** How often a closed gate is asked, and how often its answer is told. */
public final class GatePace {

    /** An answer that stays the same is told this often at most. */
    static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private GatePace() {}

    /** Calls of one order that come the interval apart, from 1. */
    public static int calls(Duration interval) {
        return (int) Math.max(1, TOLD_EVERY.toMillis() / Math.max(1, interval.toMillis()));
    }

    /** The time that an order's calls are spread over. */
    static Duration window(Duration interval) {
        return interval.multipliedBy(calls(interval));
    }
}
