package dev.fairlead.sandbox.bench.ground;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The weights that a writer gave a route, by the API server's clock. */
public record RouteWrites(List<Write> writes) {

    /**
     * One write that went through.
     *
     * @param at when the API server had answered it
     */
    public record Write(Instant at, int weight) {}

    /** Finds them among calls, in their order. */
    public static RouteWrites find(List<ApiCall> calls, String name, String writer) {
        return new RouteWrites(calls.stream()
                .filter(it -> it.wrote("virtualservices", name, writer))
                .map(it -> new Write(it.done(), CanaryWeight.of(it.body().path("spec"))))
                .toList());
    }

    /** The first of a weight, not before a moment. */
    public Optional<Instant> first(IntPredicate weight, Instant since) {
        return writes.stream()
                .filter(it -> weight.test(it.weight()) && !it.at().isBefore(since))
                .map(Write::at)
                .findFirst();
    }
}
