package dev.fairlead.sandbox.bench.reaction;

import java.time.Duration;
import java.time.Instant;
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

/** Many targets changed at once, and many changed while nobody looked. */
final class AtOnce {

    private static final double MOST_AT_ONCE = 3_000;
    private static final double MOST_AFTER_START = 25_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    /**
     * Idle targets are what is measured. The Deployment controller takes at most 100 retries at
     * once and 10 a second; what making the targets took of them comes back within this.
     */
    private static final Duration REST = Duration.ofSeconds(12);
    private static final String NEXT = "1.2.0";
    private static final String LATER = "1.3.0";

    private final Stand stand;

    AtOnce(Stand stand) {
        this.stand = stand;
    }

    /** Changed while the engine runs; the time counts from the first change. */
    List<Figure> running(int count) {
        List<String> ours = Targets.names("once", count);
        List<String> bare = Targets.names("bare-once", count);
        make(ours, bare);
        Waiting.pass(REST);
        stand.tell().accept("changing " + count + " at once");
        long mark = stand.audit().mark();
        Machine before = Machine.now();
        stand.targets().changeAll(ours, NEXT);
        stand.targets().awaitWeight(ours, LIMIT);
        MachineShare machine = before.since();
        Spread took = sinceFirst(Passages.of(stand.audit(), mark, ours, Stand.ROUTER));
        stand.targets().withdraw(ours, LIMIT);
        Waiting.pass(REST);
        long bareMark = stand.audit().mark();
        bare.forEach(name -> BareChain.change(stand.ground(), name, NEXT));
        Spread bareTook = sinceFirst(
                Passages.of(stand.audit(), bareMark, bare, BareChain.AGENT));
        bare.forEach(stand.bare()::rest);
        return List.of(Figure
                .of(count + " targets changed at once: first change to each first weight",
                        "ms", took, machine)
                .beside("bare chain", bareTook)
                .atMost("the last", took.max(), MOST_AT_ONCE));
    }

    /** Changed while the engine was stopped; the time counts from the order to start. */
    List<Figure> stopped(int count) {
        List<String> ours = Targets.names("later", count);
        List<String> bare = Targets.names("bare-later", count);
        make(ours, bare);
        stand.tell().accept("changing " + count + " while the engine is stopped");
        stand.ground().stopEngine();
        long mark = stand.audit().mark();
        stand.targets().changeAll(ours, LATER);
        Waiting.pass(REST);
        Machine before = Machine.now();
        Instant start = Instant.now();
        stand.ground().startEngine();
        Instant started = Instant.now();
        stand.targets().awaitWeight(ours, LIMIT);
        MachineShare machine = before.since();
        var passages = Passages.of(stand.audit(), mark, ours, Stand.ROUTER);
        Spread took = since(passages, start);
        Spread bareTook = bareAfterStart(bare);
        stand.targets().withdraw(ours, LIMIT);
        return List.of(Figure.of(count + " targets changed while the engine was stopped: its start"
                + " to each first weight", "ms", took, machine)
                .beside("bare chain", bareTook)
                .beside("of it: five services started one after the other",
                        Spread.millis(List.of(Duration.between(start, started))))
                .atMost("the last", took.max(), MOST_AFTER_START));
    }

    private Spread bareAfterStart(List<String> bare) {
        stand.bare().blink();
        long mark = stand.audit().mark();
        bare.forEach(name -> BareChain.change(stand.ground(), name, LATER));
        Waiting.pass(REST);
        Instant start = Instant.now();
        stand.bare().look();
        Spread took = since(Passages.of(stand.audit(), mark, bare, BareChain.AGENT), start);
        bare.forEach(stand.bare()::rest);
        return took;
    }

    private void make(List<String> ours, List<String> bare) {
        stand.tell().accept("making " + ours.size() + " targets");
        BareChain.make(stand.ground(), bare);
        stand.targets().make(ours, TargetShape.STILL);
    }

    private static Spread sinceFirst(Passages passages) {
        Instant first = passages.byName()
                .values()
                .stream()
                .map(Passage::changed)
                .min(Instant::compareTo)
                .orElseThrow();
        return since(passages, first);
    }

    private static Spread since(Passages passages, Instant start) {
        return passages.spread(passage -> Duration.between(start, passage.routed()));
    }
}
