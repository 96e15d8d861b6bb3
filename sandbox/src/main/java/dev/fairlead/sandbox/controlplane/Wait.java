package dev.fairlead.sandbox.controlplane;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting with a deadline for something that can only be asked for. */
final class Wait {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Wait() {}

    static void until(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException(
                        "Expected " + what + " within " + limit.toSeconds()
                                + " s, but it did not come");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
