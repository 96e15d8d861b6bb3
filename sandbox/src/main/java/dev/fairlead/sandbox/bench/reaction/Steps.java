package dev.fairlead.sandbox.bench.reaction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.fairlead.sandbox.bench.ground.ApiCall;
import dev.fairlead.sandbox.bench.ground.RouteWrites;
import dev.fairlead.sandbox.bench.ground.TargetShape;
import dev.fairlead.sandbox.bench.ground.Targets;
import dev.fairlead.sandbox.bench.ground.Waiting;
import dev.fairlead.sandbox.bench.sheet.Figure;
import dev.fairlead.sandbox.bench.sheet.Machine;
import dev.fairlead.sandbox.bench.sheet.MachineShare;
import dev.fairlead.sandbox.bench.sheet.Spread;

/** What one step of a rollout asks of the API server; one rollout at a time, so that all calls are its own. */
final class Steps {

    private static final double MOST_WRITES = 3;
    private static final double MOST_READS = 0;
    private static final int FIRST = 5;
    private static final int LAST = 50;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Stand stand;

    Steps(Stand stand) {
        this.stand = stand;
    }

    List<Figure> measure(int rollouts) {
        List<String> names = Targets.names("steps", rollouts);
        stand.targets().make(names, TargetShape.TEN_STEPS);
        List<Double> writes = new ArrayList<>();
        List<Double> reads = new ArrayList<>();
        Machine before = Machine.now();
        for (String name : names) {
            stand.tell().accept("ten steps of " + name);
            stand.metrics().good(name);
            Waiting.until("a good sample of " + name, LIMIT, () -> stand.metrics().knows(name));
            long mark = stand.audit().mark();
            stand.targets().change(name, "1.1.0");
            stand.targets().awaitPhase(List.of(name), List.of("Succeeded"), LIMIT);
            List<ApiCall> calls = stand.audit().since(mark);
            writes.add(perStep(calls, name, ApiCall::isWrite));
            reads.add(perStep(calls, name, call -> !call.isWrite()));
        }
        MachineShare machine = before.since();
        Spread written = Spread.of(writes);
        Spread read = Spread.of(reads);
        return List.of(
                Figure.of("writes to the API server for each advancing step", "calls", written,
                        machine).atMost("the most", written.max(), MOST_WRITES),
                Figure.of("reads from the API server for each advancing step", "calls", read,
                        machine).atMost("the most", read.max(), MOST_READS));
    }

    /** From the second weight, for more is said with the first, to the last: as many routes as steps. */
    private double perStep(List<ApiCall> calls, String name, Predicate<ApiCall> wanted) {
        RouteWrites routes = RouteWrites.find(calls, name, Stand.ROUTER);
        Instant first = routes.first(weight -> weight > FIRST, Instant.MIN).orElseThrow();
        Instant last = routes.first(weight -> weight == LAST, first).orElseThrow();
        long steps = routes.writes()
                .stream()
                .filter(it -> it.at().isAfter(first) && !it.at().isAfter(last))
                .count();
        List<ApiCall> asked = calls.stream()
                .filter(ApiCall::isOurs)
                .filter(wanted)
                .filter(it -> it.done().isAfter(first) && !it.done().isAfter(last))
                .toList();
        asked.stream().filter(it -> !it.isWrite() || !it.isDone()).forEach(this::tell);
        return asked.size() / (double) steps;
    }

    /** What a step should not need. */
    private void tell(ApiCall call) {
        stand.tell()
                .accept("not needed: " + call.agent() + " " + call.verb() + " " + call.resource()
                        + " " + call.name() + " -> " + call.code());
    }
}
