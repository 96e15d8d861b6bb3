package dev.fairlead.watcher.watch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time as it passes for a watch. */
public interface Pace {

    /** That of this machine. */
    Pace REAL = new Pace() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration time) {
            LockSupport.parkNanos(time.toNanos());
        }
    };

    /** Nanoseconds from anywhere; only grows. */
    long nanos();

    /** Lets time pass. */
    void pause(Duration time);
}
