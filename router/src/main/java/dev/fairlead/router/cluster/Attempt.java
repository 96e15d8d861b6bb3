package dev.fairlead.router.cluster;

import java.time.Duration;

/** The time that one order may take, all its calls together. */
public final class Attempt {

    private final long deadlineNanos;

    private Attempt(long deadlineNanos) {
        this.deadlineNanos = deadlineNanos;
    }

    /** An attempt that begins now. */
    public static Attempt within(Duration limit) {
        return new Attempt(System.nanoTime() + limit.toNanos());
    }

    /** What is left, never below zero. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }
}
