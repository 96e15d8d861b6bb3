package dev.fairlead.sandbox.simulation.process;

import java.time.Duration;
import java.util.Objects;

import dev.fairlead.analyzer.exchange.Exchanges;
import dev.fairlead.analyzer.exchange.NoReply;
import dev.fairlead.analyzer.exchange.Question;
import dev.fairlead.analyzer.exchange.Reply;
import dev.fairlead.analyzer.metrics.Access;
import dev.fairlead.analyzer.metrics.MetricStore;
import dev.fairlead.events.TargetKey;
import dev.fairlead.judge.Answer;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.sandbox.simulation.cluster.Quality;
import dev.fairlead.sandbox.simulation.fate.Chance;
import dev.fairlead.sandbox.simulation.fate.Fault;

/** Metric stores and hooks: what they say follows from what runs, unless they are away. */
final class Sources implements MetricStore, Exchanges {

    private static final int OK = 200;
    private static final int WRONG = 500;
    /** A gate keeps its mind for so many ns. */
    private static final long MOOD = 20_000_000_000L;
    /** Of so many moods of a rollback hook one wants a rollback. */
    private static final int ALARMS = 12;
    private static final String FINE = "99.9";
    private static final String POOR = "41";

    private final Ground ground;
    private final Process process;
    private final Chance chance;
    private TargetKey target = TargetKey.parse("nowhere/nowhere/nobody");

    Sources(Ground ground, Process process) {
        this.ground = ground;
        this.process = process;
        this.chance = Chance.of(ground.seed(), "sources of " + process.name());
    }

    /** All questions from here on are about this target. */
    void lookAt(TargetKey asked) {
        target = asked;
    }

    @Override
    public String type() {
        return "prometheus";
    }

    @Override
    public String wireForm(String rendered) {
        return rendered;
    }

    @Override
    public Sample ask(String query, Access access) {
        process.call();
        if (process.isCut() || ground.faults().strikes(Fault.SOURCE_OUTAGE)) {
            return switch (chance.below(3)) {
                case 0 -> Sample.of(new Answer.Empty());
                case 1 -> Sample.of(new Answer.NotANumber());
                default -> Sample.of(new Answer.Unreachable("connection refused"));
            };
        }
        String value = isFine() ? FINE : POOR;
        return new Sample(new Answer.Value(Double.parseDouble(value)), value);
    }

    @Override
    public Reply ask(Question question) throws NoReply {
        process.call();
        if (process.isCut() || ground.faults().strikes(Fault.SOURCE_OUTAGE)) {
            throw new NoReply("connection refused", true, new IllegalStateException("away"));
        }
        boolean agreed = agrees(question.url().getPath());
        return new Reply(agreed ? OK : WRONG, Duration.ZERO, "said so", false);
    }

    /** What gates say changes with time; what others say follows from what runs. */
    private boolean agrees(String path) {
        long mood = ground.scheduler().now() / MOOD;
        Chance now = Chance.of(ground.seed() + mood, target.name() + path);
        return switch (path.split("/")[1]) {
            case "gate" -> ground.faults().areOver() || now.oneIn(2);
            case "shut" -> false;
            case "rollback" -> now.oneIn(ALARMS);
            default -> isFine();
        };
    }

    private boolean isFine() {
        var canary = Objects.requireNonNull(ground.clusters().get(target.cluster()))
                .objects()
                .fields(new ObjectRef(Kind.DEPLOYMENT, target.namespace(), target.name()));
        return switch (Quality.of(canary)) {
            case GOOD, STUCK -> true;
            case FLAKY -> !chance.oneIn(4);
            case BAD -> false;
        };
    }
}
