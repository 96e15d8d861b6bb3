package dev.fairlead.analyzer.work;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits between attempts. */
public final class Pause {

    private Pause() {}

    /**
     * @throws IllegalStateException
     *             when the process stops meanwhile
     */
    public static void of(Duration time) {
        LockSupport.parkNanos(time.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("Stopped between two attempts");
        }
    }
}
