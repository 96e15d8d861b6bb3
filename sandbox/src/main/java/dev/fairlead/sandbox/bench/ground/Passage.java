package dev.fairlead.sandbox.bench.ground;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a changed Deployment became a weight, by the API server's clock.
 *
 * @param changed when the API server received the change
 * @param scaled  when the order to scale was written
 * @param ready   when the Deployment's status said that its pods are available
 * @param routed  when the first route with a weight above zero was written
 */
public record Passage(Instant changed, Instant scaled, Instant ready, Instant routed) {

    private static final String DEPLOYMENTS = "deployments";

    /**
     * Finds it among calls.
     *
     * @param name   of the Deployment and of the route
     * @param writer the user agent that scales and routes
     * @return empty while a part of it is missing
     */
    public static Optional<Passage> find(List<ApiCall> calls, String name, String writer) {
        Predicate<ApiCall> changes = it -> it.wrote(DEPLOYMENTS, name, BenchWorld.AGENT);
        Optional<Instant> changed = first(calls, changes, Instant.MIN).map(ApiCall::received);
        Optional<Instant> scaled = changed.flatMap(after -> first(calls,
                it -> it.wrote(DEPLOYMENTS, name, writer), after)).map(ApiCall::done);
        Optional<Instant> ready = scaled.flatMap(after -> first(calls,
                it -> it.wrote(DEPLOYMENTS + "/status", name, "") && isReady(it), after))
                .map(ApiCall::done);
        Optional<Instant> routed = changed.flatMap(after -> first(calls,
                it -> it.wrote("virtualservices", name, writer)
                        && CanaryWeight.of(it.body().path("spec")) > 0,
                after)).map(ApiCall::done);
        if (ready.isEmpty() || routed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Passage(changed.orElseThrow(), scaled.orElseThrow(),
                ready.orElseThrow(), routed.orElseThrow()));
    }

    private static Optional<ApiCall> first(List<ApiCall> calls, Predicate<ApiCall> wanted,
            Instant after) {
        return calls.stream()
                .filter(it -> !it.done().isBefore(after))
                .filter(wanted)
                .findFirst();
    }

    static boolean isReady(ApiCall call) {
        var status = call.body().path("status");
        long generation = call.body().path("metadata").path("generation").asLong(-1);
        return status.path("observedGeneration").asLong(0) == generation
                && status.path("replicas").asInt(0) > 0
                && status.path("updatedReplicas").asInt(0) == status.path("replicas").asInt(0)
                && status.path("availableReplicas").asInt(0) == status.path("replicas").asInt(0);
    }

    public Duration total() {
        return Duration.between(changed, routed);
    }

    /** From the change to the order to scale. */
    public Duration toScale() {
        return Duration.between(changed, scaled);
    }

    /** What the cluster took for the pods; nobody's work here. */
    public Duration waited() {
        return Duration.between(scaled, ready);
    }

    /** From available pods to the route. */
    public Duration toRoute() {
        return Duration.between(ready, routed);
    }

    /** Without the time that the cluster took. */
    public Duration net() {
        return total().minus(waited());
    }
}
