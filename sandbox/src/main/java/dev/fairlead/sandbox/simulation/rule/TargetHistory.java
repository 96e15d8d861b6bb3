package dev.fairlead.sandbox.simulation.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.fairlead.events.Fence;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.AnalysisWaived;
import dev.fairlead.events.fact.PreparationOrdered;
import dev.fairlead.events.fact.PromotionFailed;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.RollbackOrdered;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.RolloutSuperseded;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.WorkloadPromoted;
import dev.fairlead.orchestrator.rollout.state.RolloutEvolution;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** What the facts of one target have allowed, and what they may not say. */
public final class TargetHistory {

    private static final String ANALYSED = "what is promoted was analysed";
    private static final String ROLLED_BACK = "no more weight after a rollback";
    private static final String LATE = "a late verdict changes nothing";

    private final TargetKey target;
    private final Map<Fence, Weight> weights = new HashMap<>();
    private final Set<Fence> given = new HashSet<>();
    private final Set<String> revisions = new HashSet<>();
    private TargetState state;
    private RolloutId rolledBack = RolloutId.NONE;
    private boolean passed;

    public TargetHistory(TargetKey target) {
        this.target = target;
        this.state = TargetState.unknown(target);
    }

    /** The facts so far, folded. */
    public TargetState state() {
        return state;
    }

    /**
     * Takes the next fact.
     *
     * @throws Violation
     *             when it may not follow what was before
     */
    public void next(Fence fence, RolloutFact fact) {
        TargetState before = state;
        given.add(fence);
        check(before, fact);
        state = RolloutEvolution.evolve(before, fact);
        weights.put(fence, state.standing().route().canary());
    }

    /** Whether the log has such an event. */
    boolean has(Fence fence) {
        return given.contains(fence);
    }

    /** The canary's share as it was ordered up to an event; none when there is no such event. */
    java.util.Optional<Weight> ordered(Fence fence) {
        return java.util.Optional.ofNullable(weights.get(fence));
    }

    /** Whether a fact has allowed the primary to carry a revision. */
    boolean mayCarry(String fingerprint) {
        return revisions.contains(fingerprint);
    }

    /** The log was put back: facts are lost, what they had written is not. */
    void restored() {
        state = TargetState.unknown(target);
        rolledBack = RolloutId.NONE;
        passed = false;
    }

    private void check(TargetState before, RolloutFact fact) {
        switch (fact) {
            case AnalysisPassed it -> {
                verdict(before, it.analysis().equals(before.attempt().analysis()), fact);
                passed = true;
            }
            case AnalysisWaived _ -> passed = true;
            case AnalysisFailed it ->
                    verdict(before, it.analysis().equals(before.attempt().analysis()), fact);
            case PromotionOrdered it -> {
                Violation.unless(
                        passed && it.revision().sameAs(before.attempt().revision())
                                || before.definition().switches().skipAnalysis(),
                        ANALYSED, () -> target + " promotes " + it.revision().template());
                revisions.add(it.revision().template().text());
            }
            case WorkloadPromoted it -> Violation.unless(
                    revisions.contains(it.revision().template().text()), ANALYSED,
                    () -> target + " has promoted " + it.revision().template());
            case PreparationOrdered it -> revisions.add(it.revision().template().text());
            case RollbackOrdered it -> rolledBack = it.rollout();
            case RolloutSuperseded it -> {
                rolledBack = it.rollout();
                passed = false;
            }
            case PromotionFailed _ -> passed = false;
            case TrafficShiftOrdered it -> Violation.unless(
                    it.canary().equals(Weight.ZERO) || !it.rollout().equals(rolledBack)
                            || it.rollout().equals(RolloutId.NONE)
                            || it.canary().compareTo(before.standing().route().canary()) <= 0,
                    ROLLED_BACK, () -> target + " orders " + it.canary());
            default -> {
                // nothing is asked of the others
            }
        }
        if (!fact.rollout().equals(before.rollout())) {
            passed = false;
        }
    }

    private void verdict(TargetState before, boolean newest, RolloutFact fact) {
        Violation.unless(newest && before.step() == Step.ANALYSING, LATE,
                () -> target + " takes " + fact + " at " + before.step());
    }
}
