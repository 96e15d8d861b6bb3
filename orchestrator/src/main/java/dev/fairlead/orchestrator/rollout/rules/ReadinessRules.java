package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.fact.ReadinessObserved;
import dev.fairlead.events.fact.Standing.Condition;
import dev.fairlead.events.observation.ReadinessChanged;
import dev.fairlead.orchestrator.rollout.state.Pending;
import dev.fairlead.orchestrator.rollout.state.Stage;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** What follows when pods get ready, or cannot. */
final class ReadinessRules {

    private ReadinessRules() {}

    static void changed(Draft draft, ReadinessChanged it) {
        if (!matters(draft.state(), it) || isKnown(draft.state(), it)) {
            return;
        }
        draft.add(new ReadinessObserved(draft.head(), it.side(), it.fingerprint(),
                it.readiness()));
        switch (it.side()) {
            case PRIMARY -> primary(draft);
            case CANARY -> canary(draft);
        }
    }

    private static boolean matters(TargetState state, ReadinessChanged it) {
        return switch (it.side()) {
            case PRIMARY -> state.step() == Step.STRANDED
                    || (state.stage() == Stage.INITIALIZING || state.stage() == Stage.PROMOTING)
                            && isOfOrder(state.pending(), it);
            case CANARY -> state.stage() == Stage.PROGRESSING
                    || state.stage() == Stage.TERMINATING
                    || state.stage() == Stage.PROMOTING;
        };
    }

    /**
     * A primary's readiness from before its promotion says nothing about the new template, and that
     * from before it was made or taken over may be of one that went with another Canary.
     */
    private static boolean isOfOrder(Pending pending, ReadinessChanged it) {
        return it.workload().fence().version() >= pending.version();
    }

    private static boolean isKnown(TargetState state, ReadinessChanged it) {
        Condition known = state.standing().side(it.side());
        return known.fingerprint().equals(it.fingerprint())
                && known.readiness().verdict() == it.readiness().verdict();
    }

    private static void primary(Draft draft) {
        Condition primary = draft.state().standing().primary();
        Verdict verdict = primary.readiness().verdict();
        switch (draft.step()) {
            case AWAITING_PRIMARY -> {
                InitializationRules.primaryReady(draft);
                if (verdict == Verdict.STUCK) {
                    InitializationRules.stalled(draft, primary.readiness().reason());
                }
            }
            case AWAITING_PROMOTED, STRANDED -> {
                PromotionRules.primaryReady(draft);
                if (verdict == Verdict.STUCK && draft.step() == Step.AWAITING_PROMOTED) {
                    PromotionRules.fail(draft, primary.readiness().reason());
                }
            }
            case UNREGISTERED, AWAITING_WORKLOAD, PREPARING_PRIMARY, PREPARING_TRAFFIC,
                    TAKEOVER_DRAIN, STANDING_DOWN, IDLE, RESTARTING, SCALING_UP, AWAITING_CANARY,
                    AWAITING_ROLLOUT_GATE, PRE_ROLLOUT, PRE_ROLLOUT_REST, SHIFTING, RESTING,
                    ROLLOUT_HOOKS, ANALYSING, PAUSED, AWAITING_TRAFFIC_GATE,
                    AWAITING_PROMOTION_GATE, COPYING, ROUTING_BACK, ROUTING_REST, ESCAPING,
                    PROMOTION_DRAIN, SCALING_DOWN,
                    RETREATING, ROLLBACK_DRAIN, GIVING_UP, REVIVING, AWAITING_REVIVED, GIVING_BACK,
                    REVERT_DRAIN, LETTING_GO -> {
                // noted; looked at when the step that waits for it comes
            }
        }
    }

    private static void canary(Draft draft) {
        Condition canary = draft.state().standing().canary();
        boolean stuck = canary.readiness().verdict() == Verdict.STUCK
                && canary.fingerprint().equals(draft.state().attempt().revision().template());
        boolean awaited = draft.state().stage() == Stage.PROGRESSING
                && draft.step() != Step.RESTARTING && draft.step() != Step.SCALING_UP
                && draft.step() != Step.AWAITING_ROLLOUT_GATE;
        if (stuck && awaited) {
            RetreatRules.deadline(draft, canary.readiness().reason());
        } else {
            TrialRules.begin(draft);
            TerminationRules.revived(draft);
        }
    }
}
