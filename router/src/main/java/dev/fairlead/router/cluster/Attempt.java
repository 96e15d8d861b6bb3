package dev.fairlead.router.cluster;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that one order may take, all its calls together. */
public final class Attempt {

    private final LongSupplier nanos;

    private final long deadlineNanos;

    private Attempt(LongSupplier nanos, Duration limit) {
        this.nanos = nanos;
        this.deadlineNanos = nanos.getAsLong() + limit.toNanos();
    }

    /** An attempt that begins now. */
    public static Attempt within(Duration limit) {
        return within(limit, System::nanoTime);
    }

    /**
     * An attempt that begins now.
     *
     * @param nanos
     *            a clock that only grows, as {@link System#nanoTime}
     */
    public static Attempt within(Duration limit, LongSupplier nanos) {
        return new Attempt(nanos, limit);
    }

    /** What is left, never below zero. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - nanos.getAsLong()));
    }
}
