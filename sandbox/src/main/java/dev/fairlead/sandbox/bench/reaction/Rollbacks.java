package dev.fairlead.sandbox.bench.reaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.fairlead.sandbox.bench.ground.BareChain;
import dev.fairlead.sandbox.bench.ground.Passage;
import dev.fairlead.sandbox.bench.ground.Targets;
import dev.fairlead.sandbox.bench.ground.Waiting;
import dev.fairlead.sandbox.bench.sheet.Figure;
import dev.fairlead.sandbox.bench.sheet.Machine;
import dev.fairlead.sandbox.bench.sheet.MachineShare;
import dev.fairlead.sandbox.bench.sheet.Spread;
import dev.fairlead.sandbox.hooks.Answer;

/** From a bad sample, and from the verdict on it, to all traffic on the primary; also while Slack hangs. */
final class Rollbacks {

    private static final double MOST_FROM_SAMPLE = 150;
    private static final double MOST_FROM_VERDICT = 250;
    private static final double MOST_UNMOVED = 1.1;
    private static final int BLOCKS = 4;
    private static final int BARE = 30;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Stand stand;

    Rollbacks(Stand stand) {
        this.stand = stand;
    }

    /** In blocks by turns, with a Slack that answers and one that hangs. */
    List<Figure> measure(int releases) {
        BadReleases bad = new BadReleases(stand);
        bad.make();
        bad.release(BLOCKS);
        Spread bare = bare();
        List<Rollback> calm = new ArrayList<>();
        List<Rollback> hanging = new ArrayList<>();
        Machine before = Machine.now();
        for (int block = 0; block < BLOCKS; block++) {
            stand.tell().accept("rollbacks, Slack answers: " + releases / BLOCKS);
            calm.addAll(bad.release(releases / BLOCKS));
            stand.tell().accept("rollbacks, Slack hangs: " + releases / BLOCKS);
            stand.slack().answerAlways(new Answer.Hang());
            hanging.addAll(bad.release(releases / BLOCKS));
            stand.slack().recover();
        }
        MachineShare machine = before.since();
        Spread sample = spread(calm, Rollback::fromSample);
        Spread verdict = spread(calm, Rollback::fromVerdict);
        Spread hung = spread(hanging, Rollback::fromVerdict);
        return List.of(
                Figure.of("first bad sample served to all traffic on the primary, threshold 1",
                        "ms", sample, machine)
                        .beside("bare chain, one round", bare)
                        .beside("of it: from the sample to the verdict",
                                spread(calm, Rollback::scoring))
                        .atMost("median", sample.median(), MOST_FROM_SAMPLE),
                Figure.of("failing verdict to all traffic on the primary", "ms", verdict, machine)
                        .beside("bare chain, one round", bare)
                        .atMost("p99", verdict.p99(), MOST_FROM_VERDICT),
                Figure.of("the same while Slack hangs", "ms", hung, machine)
                        .beside("while Slack answers", verdict)
                        .atMost("times the median while Slack answers",
                                hung.median() / verdict.median(), MOST_UNMOVED));
    }

    /** From available pods to the route: one round of the bare chain. */
    private Spread bare() {
        List<String> names = Targets.names("bare-round", BARE);
        BareChain.make(stand.ground(), names);
        long mark = stand.audit().mark();
        for (String name : names) {
            BareChain.change(stand.ground(), name, "1.1.0");
            Waiting.pass(PAUSE);
        }
        Spread round = Passages.of(stand.audit(), mark, names, BareChain.AGENT)
                .spread(Passage::toRoute);
        names.forEach(stand.bare()::rest);
        return round;
    }

    private static Spread spread(List<Rollback> rollbacks, Function<Rollback, Duration> part) {
        return Spread.millis(rollbacks.stream().map(part).toList());
    }
}
