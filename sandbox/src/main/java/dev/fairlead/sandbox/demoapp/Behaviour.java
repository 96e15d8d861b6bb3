package dev.fairlead.sandbox.demoapp;

import java.time.Duration;

/**
 * How an application behaves.
 *
 * @param failRate    share of answers that are errors, 0 to 1
 * @param failStatus  their status, 400 to 599
 * @param latency     how long slow answers take, at most 60 s
 * @param latencyRate share of answers that are slow, 0 to 1
 * @param ready       false: it runs and never gets ready
 * @param startDelay  from its start until it listens, at most 10 min
 * @param lameDuck    how long it goes on serving after it was asked to stop, beyond the grace that
 *                    its kubelet gives it; at most 60 s
 */
public record Behaviour(double failRate, int failStatus, Duration latency, double latencyRate,
        boolean ready, Duration startDelay, Duration lameDuck) {

    private static final int USUAL_FAIL_STATUS = 500;

    public static final Behaviour HEALTHY = new Behaviour(0, USUAL_FAIL_STATUS, Duration.ZERO, 1,
            true, Duration.ZERO, Duration.ZERO);

    Behaviour failing(double rate) {
        return new Behaviour(rate, failStatus, latency, latencyRate, ready, startDelay, lameDuck);
    }

    Behaviour failingWith(int status) {
        return new Behaviour(failRate, status, latency, latencyRate, ready, startDelay, lameDuck);
    }

    Behaviour taking(Duration time) {
        return new Behaviour(failRate, failStatus, time, latencyRate, ready, startDelay, lameDuck);
    }

    Behaviour slowAt(double rate) {
        return new Behaviour(failRate, failStatus, latency, rate, ready, startDelay, lameDuck);
    }

    Behaviour everReady(boolean ever) {
        return new Behaviour(failRate, failStatus, latency, latencyRate, ever, startDelay,
                lameDuck);
    }

    Behaviour startingIn(Duration delay) {
        return new Behaviour(failRate, failStatus, latency, latencyRate, ready, delay, lameDuck);
    }

    Behaviour leavingIn(Duration time) {
        return new Behaviour(failRate, failStatus, latency, latencyRate, ready, startDelay, time);
    }
}
