package dev.fairlead.sandbox.bench.reaction;

import java.time.Duration;
import java.time.Instant;

/**
 * One release that went bad.
 *
 * @param served  when the metric store had served the first bad sample
 * @param verdict when the analyzer said what it found
 * @param routed  when the route had been written with all traffic on the primary
 */
record Rollback(Instant served, Instant verdict, Instant routed) {

    Duration fromSample() {
        return Duration.between(served, routed);
    }

    Duration fromVerdict() {
        return Duration.between(verdict, routed);
    }

    /** What the analyzer itself took. */
    Duration scoring() {
        return Duration.between(served, verdict);
    }
}
