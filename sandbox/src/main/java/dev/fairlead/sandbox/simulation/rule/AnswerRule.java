package dev.fairlead.sandbox.simulation.rule;

import java.util.Optional;

import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.Revision;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.AnalysisOrdered;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.GateOpened;
import dev.fairlead.events.fact.GateRefused;
import dev.fairlead.events.fact.HooksFailed;
import dev.fairlead.events.fact.HooksPassed;
import dev.fairlead.events.fact.TrafficShifted;
import dev.fairlead.events.fact.WorkloadPromoted;
import dev.fairlead.events.fact.WorkloadScaled;
import dev.fairlead.orchestrator.rollout.state.Gate;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** A worker's answer counts for what was asked last, and for nothing before or after it. */
final class AnswerRule {

    private static final String LATE = "a late verdict changes nothing";
    private static final String EFFECT = "an effect is that of the newest order";

    private Asked asked = new Asked(AnalysisId.NONE, Weight.ZERO, Revision.NONE);

    /** What the newest analysis is about. */
    private record Asked(AnalysisId analysis, Weight weight, Revision revision) {}

    void next(TargetState before, Told told) {
        switch (told.fact()) {
            case AnalysisOrdered it -> asked = new Asked(it.analysis(),
                    before.standing().route().canary(), before.attempt().revision());
            case AnalysisPassed it -> verdict(before, it.analysis(), told);
            case AnalysisFailed it -> verdict(before, it.analysis(), told);
            case HooksPassed it -> hooks(before, it.kind(), told);
            case HooksFailed it -> hooks(before, it.kind(), told);
            case GateRefused it -> gate(before, it.kind(), told);
            case GateOpened it when it.by() == GateOpened.By.HOOK ->
                    gate(before, it.kind(), told);
            // one that a repair has followed counts, as long as the step still waits for it
            case TrafficShifted _ -> effect(Math.min(before.standing().route().version(),
                    before.pending().version()), told);
            case WorkloadScaled _ -> effect(before.pending().version(), told);
            case WorkloadPromoted _ -> effect(before.pending().version(), told);
            default -> {
                // nobody answers with the others
            }
        }
    }

    private void verdict(TargetState before, AnalysisId analysis, Told told) {
        if (before.definition().metrics().isEmpty()) {
            return;
        }
        var route = before.standing().route();
        Violation.unless(
                before.step() == Step.ANALYSING && analysis.equals(asked.analysis())
                        && route.canary().equals(asked.weight())
                        && before.attempt().revision().sameAs(asked.revision()),
                LATE, () -> told.id() + " is about " + asked + ", but it stands at "
                        + before.step() + " with " + route + " and "
                        + before.attempt().revision().images());
    }

    private static void hooks(TargetState before, HookType kind, Told told) {
        told.answered().ifPresent(version -> {
            boolean awaited = switch (kind) {
                case PRE_ROLLOUT -> before.step() == Step.PRE_ROLLOUT;
                case ROLLOUT -> before.step() == Step.ROLLOUT_HOOKS;
                case POST_ROLLOUT -> before.step() == Step.IDLE || before.step() == Step.STRANDED;
                case CONFIRM_ROLLOUT, CONFIRM_TRAFFIC_INCREASE, CONFIRM_PROMOTION, ROLLBACK,
                        EVENT -> false;
            };
            Violation.unless(awaited && version >= before.pending().version(), LATE,
                    () -> told.id() + " answers " + version + ", but it stands at "
                            + before.step() + " and awaits " + before.pending());
        });
    }

    private static void gate(TargetState before, HookType kind, Told told) {
        told.answered().ifPresent(version -> {
            Optional<Gate> gate = before.gate(kind);
            Violation.unless(
                    gate.isPresent() && !gate.get().open() && !gate.get().shut()
                            && version >= gate.get().version(),
                    LATE, () -> told.id() + " answers " + version + ", but it awaits " + gate);
        });
    }

    private static void effect(long ordered, Told told) {
        told.answered()
                .ifPresent(version -> Violation.unless(version >= ordered, EFFECT,
                        () -> told.id() + " answers " + version + ", but " + ordered
                                + " was ordered"));
    }
}
