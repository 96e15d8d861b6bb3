package dev.fairlead.sandbox.simulation.rule;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Analysis;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.definition.Steps;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.AnalysisHeld;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.AnalysisWaived;
import dev.fairlead.events.fact.CanaryReady;
import dev.fairlead.events.fact.GateOpened;
import dev.fairlead.events.fact.PreparationOrdered;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.RevisionNoted;
import dev.fairlead.events.fact.RolloutProposed;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.Standing.Route;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.fact.WorkloadPromoted;
import dev.fairlead.orchestrator.rollout.state.Gate;
import dev.fairlead.orchestrator.rollout.state.Stage;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/**
 * Every step is the one that the Canary names next, follows a passed analysis of the one before and
 * no shut gate; and only what has passed the last is promoted, unless a named person or the Canary
 * waived it.
 */
final class StepRule {

    private static final String ANALYSED = "what is promoted was analysed";
    private static final String STEP = "each step is as the Canary says";
    private static final String READY = "the canary is ready first";
    private static final String GATE = "nobody passes a shut gate";

    private final TargetKey target;
    private final Set<String> mayCarry = new HashSet<>();
    private Optional<Weight> passedAt = Optional.empty();
    private int passes;
    private boolean waived;
    private boolean ready;

    StepRule(TargetKey target) {
        this.target = target;
    }

    /** Whether a fact has allowed the primary to carry a revision. */
    boolean mayCarry(String fingerprint) {
        return mayCarry.contains(fingerprint);
    }

    void next(TargetState before, Told told) {
        switch (told.fact()) {
            case RolloutStarted _,RolloutProposed _ -> begin();
            case CanaryReady _ -> {
                var canary = before.standing().canary();
                Violation.unless(
                        canary.readiness().isReady() && canary.fingerprint()
                                .text()
                                .equals(before.attempt().revision().template().text()),
                        READY, () -> target + " has " + canary);
                ready = true;
            }
            case AnalysisPassed _ -> {
                passedAt = Optional.of(before.standing().route().canary());
                passes++;
            }
            case AnalysisFailed _,AnalysisHeld _ -> passedAt = Optional.empty();
            case AnalysisWaived _ -> {
                Violation.unless(told.isByPerson(), ANALYSED,
                        () -> told.id() + " names nobody");
                waived = true;
            }
            case GateOpened it when it.by() == GateOpened.By.PERSON -> Violation.unless(
                    told.event().event().ids().actor().length() > 0, GATE,
                    () -> told.id() + " names nobody");
            case TrafficShiftOrdered it when it.purpose() == Purpose.STEP -> step(before, it);
            case PreparationOrdered it -> mayCarry.add(it.revision().template().text());
            // before its first primary there is nothing to compare a revision with
            case RevisionNoted it when before.stage() == Stage.INITIALIZING ->
                    mayCarry.add(it.revision().template().text());
            case PromotionOrdered it -> promotion(before, it, told);
            case WorkloadPromoted it -> Violation.unless(
                    mayCarry.contains(it.revision().template().text()), ANALYSED,
                    () -> target + " has promoted " + it.revision().template());
            default -> {
                // the others have no part in it
            }
        }
    }

    void begin() {
        passedAt = Optional.empty();
        passes = 0;
        waived = false;
        ready = false;
    }

    private void step(TargetState before, TrafficShiftOrdered fact) {
        Route route = before.standing().route();
        Weight now = route.canary();
        Violation.unless(isNext(before, fact), STEP, () -> target + " goes from " + route + " to "
                + fact.canary() + " after " + passes + " by " + before.definition().analysis());
        Violation.unless(ready, READY, () -> target + " gets " + fact.canary());
        boolean first = now.equals(Weight.ZERO) && !route.mirrored();
        Violation.unless(first || hasPassed(now), STEP,
                () -> target + " goes from " + now + " to " + fact.canary()
                        + ", but has passed at " + passedAt);
        if (isByWeights(before) && !route.mirrored()) {
            open(before, HookType.CONFIRM_TRAFFIC_INCREASE);
        }
    }

    private boolean isNext(TargetState before, TrafficShiftOrdered fact) {
        Analysis analysis = before.definition().analysis();
        Route route = before.standing().route();
        if (fact.mirrored()) {
            return analysis.mirror().enabled() && fact.canary().equals(Weight.ZERO)
                    && route.canary().equals(Weight.ZERO) && !route.mirrored();
        }
        return switch (analysis.strategy()) {
            case CANARY -> fact.canary().percent() == following(analysis.steps(),
                    route.canary().percent());
            case BLUE_GREEN -> fact.canary().equals(Weight.FULL)
                    && passes >= analysis.iterations();
            case AB_TESTING -> fact.canary().equals(Weight.FULL);
        };
    }

    private boolean isLast(TargetState before) {
        Analysis analysis = before.definition().analysis();
        Weight now = before.standing().route().canary();
        return hasPassed(now) && switch (analysis.strategy()) {
            case CANARY -> now.percent() >= last(analysis.steps());
            case BLUE_GREEN, AB_TESTING -> now.equals(Weight.FULL)
                    && passes >= analysis.iterations();
        };
    }

    private static boolean isByWeights(TargetState state) {
        return state.definition().analysis().strategy() == Analysis.Strategy.CANARY;
    }

    private void promotion(TargetState before, PromotionOrdered fact, Told told) {
        Weight now = before.standing().route().canary();
        boolean tried = fact.revision().sameAs(before.attempt().revision())
                && (waived || before.definition().switches().skipAnalysis()
                        || isLast(before));
        boolean stranded = before.step() == Step.STRANDED && (told.isByPerson()
                || fact.revision().sameAs(before.attempt().replaced()));
        Violation.unless(tried || stranded, ANALYSED,
                () -> target + " promotes " + fact.revision().images() + " at " + now
                        + ", but has passed at " + passedAt);
        if (isByWeights(before) && !waived && !before.definition().switches().skipAnalysis()
                && !stranded) {
            open(before, HookType.CONFIRM_PROMOTION);
        }
        mayCarry.add(fact.revision().template().text());
    }

    private void open(TargetState before, HookType type) {
        boolean asked = !before.definition().hooks(type).isEmpty();
        Violation.unless(!asked || before.gate(type).map(Gate::open).orElse(false)
                || before.gate(HookType.CONFIRM_PROMOTION).isPresent(), GATE,
                () -> target + " goes past " + before.gate(type));
    }

    private boolean hasPassed(Weight weight) {
        return passedAt.map(weight::equals).orElse(false);
    }

    private static int last(Steps steps) {
        if (!steps.stepWeights().isEmpty()) {
            return steps.stepWeights().getLast();
        }
        return steps.maxWeight() == 0 ? 100 : steps.maxWeight();
    }

    private static int following(Steps steps, int now) {
        for (int weight : steps.stepWeights()) {
            if (weight > now) {
                return weight;
            }
        }
        return Math.min(100, now + steps.stepWeight());
    }
}
