package dev.fairlead.orchestrator.loop;

import java.time.Duration;

/** Time that passes when told. */
public final class FakeClock implements Clock {

    private long nanos = 1_000_000_000L;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void pause(Duration time) {
        pass(time);
    }

    public void pass(Duration time) {
        nanos += time.toNanos();
    }
}
