package dev.fairlead.orchestrator.loop;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The database's clock as of the last renewal, and the time that has passed since. */
final class LogClock {

    private final Clock clock;
    private Instant told = Instant.EPOCH;
    private long toldAt;
    private Instant last = Instant.EPOCH;

    LogClock(Clock clock) {
        this.clock = clock;
    }

    void told(Instant now) {
        told = now;
        toldAt = clock.nanos();
    }

    /** In whole µs; never goes back. */
    Instant now() {
        Instant now = told.plusNanos(clock.nanos() - toldAt).truncatedTo(ChronoUnit.MICROS);
        last = now.isBefore(last) ? last : now;
        return last;
    }
}
