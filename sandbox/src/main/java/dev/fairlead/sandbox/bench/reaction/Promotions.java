package dev.fairlead.sandbox.bench.reaction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.fairlead.sandbox.bench.ground.ApiCall;
import dev.fairlead.sandbox.bench.ground.RouteWrites;
import dev.fairlead.sandbox.bench.ground.TargetShape;
import dev.fairlead.sandbox.bench.ground.Targets;
import dev.fairlead.sandbox.bench.ground.Waiting;
import dev.fairlead.sandbox.bench.ground.WorkloadRoll;
import dev.fairlead.sandbox.bench.sheet.Figure;
import dev.fairlead.sandbox.bench.sheet.Machine;
import dev.fairlead.sandbox.bench.sheet.MachineShare;
import dev.fairlead.sandbox.bench.sheet.Spread;

/** From the analysis that ends a rollout to all traffic on the promoted primary. */
final class Promotions {

    private static final double MOST = 2_000;
    private static final TargetShape ONE_STEP = new TargetShape("1s", 5, 50, 50);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration APART = Duration.ofMillis(700);

    private final Stand stand;

    Promotions(Stand stand) {
        this.stand = stand;
    }

    List<Figure> measure(int rollouts) {
        List<String> names = Targets.names("promoted", rollouts);
        stand.targets().make(names, ONE_STEP);
        names.forEach(stand.metrics()::good);
        names.forEach(name -> Waiting.until("a good sample of " + name, LIMIT,
                () -> stand.metrics().knows(name)));
        stand.tell().accept("promoting " + rollouts);
        long mark = stand.audit().mark();
        Instant begun = Instant.now();
        Machine before = Machine.now();
        for (String name : names) {
            stand.targets().change(name, "1.1.0");
            Waiting.pass(APART);
        }
        stand.targets().awaitPhase(names, List.of("Succeeded"), LIMIT);
        MachineShare machine = before.since();
        return figures(names, begun, stand.audit().since(mark), machine);
    }

    private List<Figure> figures(List<String> names, Instant begun, List<ApiCall> calls,
            MachineShare machine) {
        List<Duration> own = new ArrayList<>();
        List<Duration> pods = new ArrayList<>();
        for (String name : names) {
            RouteWrites routes = RouteWrites.find(calls, name, Stand.ROUTER);
            Instant first = routes.first(weight -> weight > 0, begun).orElseThrow();
            Instant routed = routes.first(weight -> weight == 0, first).orElseThrow();
            Instant verdict = stand.reports()
                    .scored(name, begun)
                    .stream()
                    .filter(it -> it.isBefore(routed))
                    .reduce((one, later) -> later)
                    .orElseThrow();
            Duration start = WorkloadRoll.find(calls, name + "-primary", Stand.ROUTER).took();
            pods.add(start);
            own.add(Duration.between(verdict, routed).minus(start));
        }
        Spread took = Spread.millis(own);
        return List.of(Figure.of("analysis that ends a rollout to all traffic on the promoted "
                + "primary, without the pods' start", "ms", took, machine)
                .beside("the pods' start", Spread.millis(pods))
                .atMost("p99", took.p99(), MOST));
    }
}
