package dev.fairlead.sandbox.bench.ground;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long a Deployment took to run what was written, by the API server's clock.
 *
 * @param written when the write had been answered
 * @param ready   when its status said that all pods are new and available
 */
public record WorkloadRoll(Instant written, Instant ready) {

    /**
     * Finds the first one among calls.
     *
     * @throws java.util.NoSuchElementException there is none that ended
     */
    public static WorkloadRoll find(List<ApiCall> calls, String name, String writer) {
        Instant written = calls.stream()
                .filter(it -> it.wrote("deployments", name, writer))
                .findFirst()
                .orElseThrow()
                .done();
        Instant ready = calls.stream()
                .filter(it -> !it.done().isBefore(written)
                        && it.wrote("deployments/status", name, "") && Passage.isReady(it))
                .findFirst()
                .orElseThrow()
                .done();
        return new WorkloadRoll(written, ready);
    }

    public Duration took() {
        return Duration.between(written, ready);
    }
}
