package dev.fairlead.orchestrator.rollout.rules;

import java.util.List;

import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.AnalysisHeld;
import dev.fairlead.events.fact.AnalysisOrdered;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.CanaryReady;
import dev.fairlead.events.fact.HooksOrdered;
import dev.fairlead.events.fact.IterationStarted;
import dev.fairlead.events.fact.RolloutHeld;
import dev.fairlead.events.fact.RolloutHeld.Hold;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.fact.TrafficShifted;
import dev.fairlead.orchestrator.rollout.rules.Advance.Iterate;
import dev.fairlead.orchestrator.rollout.rules.Advance.Promote;
import dev.fairlead.orchestrator.rollout.rules.Advance.Shift;
import dev.fairlead.orchestrator.rollout.state.Attempt;
import dev.fairlead.orchestrator.rollout.state.Stage;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** The trial of a revision: hooks, steps, rests, analyses. */
final class TrialRules {

    private TrialRules() {}

    /** As soon as the canary has its pods. */
    static void begin(Draft draft) {
        if (draft.step() != Step.AWAITING_CANARY || !isCanaryReady(draft.state())) {
            return;
        }
        draft.add(new CanaryReady(draft.head()));
        if (draft.definition().switches().skipAnalysis()) {
            PromotionRules.promote(draft);
        } else {
            GateRules.watch(draft);
            preRollout(draft);
        }
    }

    /** Rollback hooks may be new, and the analysis may not be wanted any more. */
    static void edited(Draft draft) {
        if (draft.definition().switches().skipAnalysis() && !draft.state().isHeld()) {
            PromotionRules.promote(draft);
        } else {
            GateRules.watch(draft);
        }
    }

    /** Whether a revision is tried whose canary has its pods, so that it could serve. */
    static boolean isBegun(Draft draft) {
        return draft.state().stage() == Stage.PROGRESSING && draft.step() != Step.RESTARTING
                && draft.step() != Step.SCALING_UP
                && draft.step() != Step.AWAITING_ROLLOUT_GATE && isCanaryReady(draft.state());
    }

    static void preRollout(Draft draft) {
        if (draft.definition().hooks(HookType.PRE_ROLLOUT).isEmpty()) {
            advance(draft);
        } else {
            callHooks(draft, HookType.PRE_ROLLOUT);
        }
    }

    static void callHooks(Draft draft, HookType type) {
        List<Hook> hooks = draft.definition().hooks(type);
        draft.add(new HooksOrdered(draft.head(), type, draft.in(Limits.hooks(hooks))));
    }

    /** What the strategy says is next, unless people hold it. */
    static void advance(Draft draft) {
        Advance next = Advance.of(draft.state());
        if (isHeld(draft, next)) {
            return;
        }
        switch (next) {
            case Shift it -> draft.add(new TrafficShiftOrdered(draft.head(), it.canary(),
                    Purpose.STEP, draft.in(Limits.CHANGE_ANSWER), it.mirrored()));
            case Iterate it -> iterate(draft, it.number());
            case Promote _ -> PromotionRules.promote(draft);
        }
    }

    /** By people, or until they agree; requests are not raised while the promotion is waited for. */
    private static boolean isHeld(Draft draft, Advance next) {
        TargetState state = draft.state();
        if (state.isHeld()) {
            draft.add(new RolloutHeld(draft.head(), Hold.PAUSE,
                    draft.in(draft.definition().analysis().interval())));
            return true;
        }
        boolean promoting = state.gate(HookType.CONFIRM_PROMOTION).isPresent();
        return !promoting && Advance.asksForMore(state)
                && GateRules.holds(draft, HookType.CONFIRM_TRAFFIC_INCREASE,
                        Hold.CONFIRM_TRAFFIC_INCREASE)
                || next.isLast(state) && GateRules.holds(draft, HookType.CONFIRM_PROMOTION,
                        Hold.CONFIRM_PROMOTION);
    }

    /** Requests flow as ordered; without weights that begins an iteration. */
    static void shifted(Draft draft) {
        draft.add(new TrafficShifted(draft.head(), draft.state().standing().route().canary(),
                draft.in(draft.definition().analysis().interval())));
        if (Advance.isByIterations(draft.definition())) {
            iterate(draft, draft.state().attempt().iterations() + 1);
        }
    }

    private static void iterate(Draft draft, int number) {
        draft.add(new IterationStarted(draft.head(), number,
                draft.in(draft.definition().analysis().interval())));
    }

    /** The interval has passed: hooks first, since they may make the requests that are measured. */
    static void measure(Draft draft) {
        if (!isCanaryReady(draft.state())) {
            awaitPods(draft);
        } else if (draft.definition().hooks(HookType.ROLLOUT).isEmpty()) {
            analyse(draft);
        } else {
            callHooks(draft, HookType.ROLLOUT);
        }
    }

    static void analyse(Draft draft) {
        Attempt attempt = draft.state().attempt();
        long number = attempt.analyses() + 1;
        AnalysisId id = AnalysisId.of(attempt.id(), number);
        if (draft.definition().metrics().isEmpty()) {
            draft.add(new AnalysisPassed(draft.head(), id));
            advance(draft);
        } else {
            draft.add(new AnalysisOrdered(draft.head(), id, number,
                    draft.in(Limits.ANALYSIS_ANSWER)));
        }
    }

    private static void awaitPods(Draft draft) {
        hold(draft, draft.state().standing().canary().readiness().reason(), false);
    }

    static void hold(Draft draft, String reason, boolean sourceLost) {
        draft.add(new AnalysisHeld(draft.head(), draft.state().attempt().analysis(), reason,
                sourceLost, draft.in(draft.definition().analysis().interval())));
    }

    private static boolean isCanaryReady(TargetState state) {
        return state.standing().canary().isReadyWith(state.attempt().revision().template());
    }
}
