package dev.fairlead.sandbox.bench.reaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.fairlead.sandbox.bench.ground.BareChain;
import dev.fairlead.sandbox.bench.ground.Passage;
import dev.fairlead.sandbox.bench.ground.TargetShape;
import dev.fairlead.sandbox.bench.ground.Targets;
import dev.fairlead.sandbox.bench.ground.Waiting;
import dev.fairlead.sandbox.bench.sheet.Figure;
import dev.fairlead.sandbox.bench.sheet.Machine;
import dev.fairlead.sandbox.bench.sheet.MachineShare;
import dev.fairlead.sandbox.bench.sheet.Spread;

/** Changed Deployment to first weight: one change every second, the bare chain's half a second later. */
final class FirstWeight {

    private static final double MOST_TIMES_BARE = 3;
    private static final double MOST_MEDIAN = 250;
    private static final double MOST_P99 = 500;
    private static final int WARM_UP = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final String NEXT = "1.1.0";

    private final Stand stand;

    FirstWeight(Stand stand) {
        this.stand = stand;
    }

    List<Figure> measure(int changes) {
        List<String> ours = Targets.names("first", changes + WARM_UP);
        List<String> bare = Targets.names("bare", changes + WARM_UP);
        stand.tell().accept("making " + ours.size() + " targets");
        BareChain.make(stand.ground(), bare);
        stand.targets().make(ours, TargetShape.STILL);
        stand.tell().accept("changing one every second");
        change(ours.subList(0, WARM_UP), bare.subList(0, WARM_UP));
        List<String> counted = ours.subList(WARM_UP, ours.size());
        List<String> countedBare = bare.subList(WARM_UP, bare.size());
        long mark = stand.audit().mark();
        Machine before = Machine.now();
        change(counted, countedBare);
        MachineShare machine = before.since();
        var passages = Passages.of(stand.audit(), mark, counted, Stand.ROUTER);
        var bares = Passages.of(stand.audit(), mark, countedBare, BareChain.AGENT);
        stand.targets().withdraw(ours, LIMIT);
        bare.forEach(stand.bare()::rest);
        return figures(passages, bares, machine);
    }

    private void change(List<String> ours, List<String> bare) {
        long begun = System.nanoTime();
        for (int i = 0; i < ours.size(); i++) {
            Waiting.untilNanos(begun + i * SECOND);
            stand.targets().change(ours.get(i), NEXT);
            Waiting.untilNanos(begun + i * SECOND + SECOND / 2);
            BareChain.change(stand.ground(), bare.get(i), NEXT);
        }
        stand.targets().awaitWeight(ours, LIMIT);
    }

    private static List<Figure> figures(Passages ours, Passages bare, MachineShare machine) {
        Spread total = ours.spread(Passage::total);
        Spread net = ours.spread(Passage::net);
        Spread bareNet = bare.spread(Passage::net);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("changed Deployment to first weight, pods ready at once", "ms", total,
                machine)
                .beside("bare chain", bare.spread(Passage::total))
                .atMost("median", total.median(), MOST_MEDIAN)
                .atMost("p99", total.p99(), MOST_P99));
        figures.add(Figure.of("the same without the time from scale to ready", "ms", net, machine)
                .beside("bare chain", bareNet)
                .atMost("times the bare chain", net.median() / bareNet.median(),
                        MOST_TIMES_BARE));
        figures.add(Figure.of("of it: change to scale", "ms", ours.spread(Passage::toScale),
                machine).beside("bare chain", bare.spread(Passage::toScale)));
        figures.add(Figure.of("of it: scale to ready, by the cluster's controllers", "ms",
                ours.spread(Passage::waited), machine)
                .beside("bare chain", bare.spread(Passage::waited)));
        figures.add(Figure.of("of it: ready to weight", "ms", ours.spread(Passage::toRoute),
                machine).beside("bare chain", bare.spread(Passage::toRoute)));
        return figures;
    }
}
