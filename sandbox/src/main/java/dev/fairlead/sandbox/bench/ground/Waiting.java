package dev.fairlead.sandbox.bench.ground;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting with a deadline, for what can only be asked for. */
public final class Waiting {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private Waiting() {}

    /**
     * Asks again and again until it has come.
     *
     * @throws IllegalStateException it did not come in time
     */
    public static void until(String what, Duration limit, BooleanSupplier come) {
        long end = System.nanoTime() + limit.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Expected " + what + " within " + limit.toSeconds()
                        + " s, but it did not come");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Lets time pass until a moment of the monotonic clock. */
    public static void untilNanos(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment
                - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Lets time pass. */
    public static void pass(Duration time) {
        untilNanos(System.nanoTime() + time.toNanos());
    }
}
