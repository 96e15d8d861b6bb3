package dev.fairlead.orchestrator.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.AnalysisOrdered;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.RolloutFailed;
import dev.fairlead.events.fact.RolloutSucceeded;
import dev.fairlead.events.report.AnalysisScored;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.events.report.CheckEvidence.Outcome;
import dev.fairlead.orchestrator.rollout.Command;
import dev.fairlead.orchestrator.rollout.state.Phases;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** All that is shown of one target. */
final class Series {

    private static final int PROGRESSING = 0;
    private static final int NEITHER = 1;
    private static final int FAILED = 2;

    private final Map<String, Double> values = new TreeMap<>();
    private final Map<End, Long> ends = new TreeMap<>();
    private final Ticks ticks = new Ticks();
    private TargetState state;
    private Instant ordered = Instant.EPOCH;

    Series(TargetKey target) {
        state = TargetState.unknown(target);
    }

    /** How rollouts ended. Ordered as they are shown. */
    record End(boolean succeeded, String strategy, String status) implements Comparable<End> {
        @Override
        public int compareTo(End other) {
            return (strategy + status + succeeded)
                    .compareTo(other.strategy + other.status + other.succeeded);
        }
    }

    void stands(TargetState now) {
        state = now;
    }

    /** A fact that was appended, with the command of its decision's first. */
    void happened(RolloutFact fact, Optional<Command> command) {
        command.ifPresent(this::read);
        if (fact instanceof AnalysisOrdered) {
            ordered = fact.at();
        } else if (fact instanceof AnalysisPassed || fact instanceof AnalysisFailed) {
            answered(fact.at());
        } else if (fact instanceof RolloutSucceeded || fact instanceof RolloutFailed) {
            ended(fact instanceof RolloutSucceeded);
        }
    }

    String workload() {
        return state.definition().workload().name();
    }

    String namespace() {
        return state.target().namespace();
    }

    String cluster() {
        return state.target().cluster();
    }

    int status() {
        return switch (state.standing().shown().phase()) {
            case Phases.PROGRESSING -> PROGRESSING;
            case Phases.FAILED -> FAILED;
            default -> NEITHER; // phases are text by contract, not a type of ours
        };
    }

    int weight() {
        return state.standing().route().canary().percent();
    }

    Map<String, Double> values() {
        return values;
    }

    Map<End, Long> ends() {
        return ends;
    }

    Ticks ticks() {
        return ticks;
    }

    private void read(Command command) {
        if (command instanceof Command.RecordReport(AnalysisScored scored, Instant at)) {
            scored.checks()
                    .stream()
                    .filter(check -> check.outcome() == Outcome.VALUE)
                    .forEach(check -> values.put(check.metric(), number(check)));
        }
    }

    private void answered(Instant at) {
        if (!ordered.equals(Instant.EPOCH)) {
            ticks.took(Duration.between(ordered, at));
        }
    }

    private void ended(boolean succeeded) {
        Definition definition = state.definition();
        boolean skipped = succeeded && definition.switches().skipAnalysis();
        ends.merge(new End(succeeded, strategy(definition), skipped ? "skipped" : "completed"), 1L,
                Long::sum);
    }

    private static String strategy(Definition definition) {
        return switch (definition.analysis().strategy()) {
            case AB_TESTING -> "ab-testing";
            case BLUE_GREEN -> "blue-green";
            case CANARY -> "canary";
        };
    }

    private static double number(CheckEvidence check) {
        return Double.parseDouble(check.value());
    }
}
