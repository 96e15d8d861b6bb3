package dev.fairlead.orchestrator.loop;

import java.time.Duration;

/** Time as it passes; which time it is, the database says. */
public interface Clock {

    /** Nanoseconds from anywhere; only grows. */
    long nanos();

    /** Lets time pass; shorter when woken. */
    void pause(Duration time);
}
