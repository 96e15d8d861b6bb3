package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.DrainStarted;
import dev.fairlead.events.fact.PromotionFailed;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.RolloutFailed;
import dev.fairlead.events.fact.RolloutSucceeded;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.fact.TrafficShifted;
import dev.fairlead.events.fact.WorkloadPromoted;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.orchestrator.rollout.state.Closing;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** Promotion: copy, wait, route back, drain, scale down. */
final class PromotionRules {

    private PromotionRules() {}

    static void promote(Draft draft) {
        draft.add(new PromotionOrdered(draft.head(), draft.state().attempt().revision(),
                draft.in(Limits.CHANGE_ANSWER)));
    }

    static void copied(Draft draft, ChangeApplied report) {
        draft.add(new WorkloadPromoted(draft.head(), report.revision(),
                draft.in(draft.definition().progressDeadline())));
        InitializationRules.record(draft, report.blueprint());
        primaryReady(draft);
    }

    static void primaryReady(Draft draft) {
        TargetState state = draft.state();
        boolean ready = state.standing()
                .primary()
                .isReadyWith(state.revisions().promoted().template());
        boolean awaited = draft.step() == Step.AWAITING_PROMOTED
                || draft.step() == Step.STRANDED;
        if (ready && awaited) {
            routeBack(draft);
        }
    }

    static void routeBack(Draft draft) {
        Weight now = draft.state().standing().route().canary();
        routeBack(draft, StepPlan.back(draft.definition().analysis().steps(), now));
    }

    static void allBack(Draft draft) {
        routeBack(draft, Weight.ZERO);
    }

    private static void routeBack(Draft draft, Weight next) {
        draft.add(new TrafficShiftOrdered(draft.head(), next, Purpose.PROMOTION,
                draft.in(Limits.CHANGE_ANSWER)));
    }

    static void routedBack(Draft draft) {
        Weight weight = draft.state().standing().route().canary();
        draft.add(new TrafficShifted(draft.head(), weight,
                draft.in(draft.definition().analysis().interval())));
        if (weight.equals(Weight.ZERO)) {
            draft.add(new DrainStarted(draft.head(),
                    draft.in(draft.definition().drain().afterPromotion())));
        }
    }

    static void scaledDown(Draft draft) {
        draft.add(new RolloutSucceeded(draft.head(), Closing.succeeded(draft.state(),
                draft.at())));
        afterwards(draft);
    }

    static void fail(Draft draft, String reason) {
        TargetState state = draft.state();
        if (!state.revisions().wanted().sameAs(state.attempt().revision())) {
            // the canary runs what nobody has analysed: only the primary may serve
            RetreatRules.supersede(draft, state.revisions().wanted());
            return;
        }
        draft.add(new PromotionFailed(draft.head(), reason, draft.in(Limits.CHANGE_ANSWER)));
    }

    static void escaped(Draft draft) {
        draft.add(new TrafficShifted(draft.head(), Weight.FULL, draft.at()));
        draft.add(new RolloutFailed(draft.head(), draft.state().attempt().reason(),
                Closing.failed(draft.state(), draft.at())));
        afterwards(draft);
    }

    /** What a closed rollout leaves to be done. */
    static void afterwards(Draft draft) {
        if (!draft.definition().hooks(HookType.POST_ROLLOUT).isEmpty()) {
            TrialRules.callHooks(draft, HookType.POST_ROLLOUT);
        }
        ContractRules.takeNext(draft);
        RevisionRules.takeUp(draft);
    }
}
