package dev.fairlead.orchestrator.boot;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.fairlead.orchestrator.loop.Clock;

/** Real time; a pause ends early when the process stops. */
final class SystemClock implements Clock {

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void pause(Duration time) {
        try {
            boolean early = stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
            assert !early || stopped.getCount() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped.countDown();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
