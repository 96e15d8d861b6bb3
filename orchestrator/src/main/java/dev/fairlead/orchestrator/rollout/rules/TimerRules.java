package dev.fairlead.orchestrator.rollout.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.EffectReordered;
import dev.fairlead.events.fact.HooksFailed;
import dev.fairlead.events.fact.WorkerMissed;
import dev.fairlead.events.fact.WorkloadScaleOrdered;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.Deadline;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Pending;
import dev.fairlead.orchestrator.rollout.state.Stage;
import dev.fairlead.orchestrator.rollout.state.Step;

/** What follows when a deadline comes. One that the state no longer holds follows nothing. */
public final class TimerRules {

    private TimerRules() {}

    public static void elapse(Draft draft, DeadlineKind kind, Instant due) {
        if (!draft.awaits(new Deadline(kind, due)) || draft.at().isBefore(due)) {
            return;
        }
        switch (kind) {
            case ANALYSIS -> analyse(draft);
            case DRAIN -> drained(draft);
            case REORDER -> reorder(draft);
            case PROMOTION_STEP -> PromotionRules.routeBack(draft);
            case REPAIR, REMAKE -> RouteRules.repair(draft);
            case READINESS -> giveUp(draft);
            case GATE -> GateRules.unanswered(draft);
            case ROLLBACK_GATE -> GateRules.ask(draft, HookType.ROLLBACK);
            case GATE_TIMEOUT -> GateRules.overdue(draft);
        }
    }

    /** Pods that are tried next stay up: scaled down and up at once, they would be taken for ready. */
    private static void drained(Draft draft) {
        if (draft.state().stage() == Stage.TERMINATING) {
            TerminationRules.drained(draft);
            return;
        }
        if (!RevisionRules.isAnotherToTry(draft)) {
            draft.add(new WorkloadScaleOrdered(draft.head(), Direction.DOWN,
                    draft.in(Limits.CHANGE_ANSWER)));
            return;
        }
        switch (draft.state().stage()) {
            case INITIALIZING -> InitializationRules.stoodDown(draft);
            case DRAINING -> PromotionRules.scaledDown(draft);
            case ROLLING_BACK -> RetreatRules.givenUp(draft);
            case UNREGISTERED, IDLE, PROGRESSING, PROMOTING,
                    TERMINATING -> throw new IllegalStateException(
                            "Expected a drain on the way out of a rollout, but it is "
                                    + draft.step());
        }
    }

    private static void analyse(Draft draft) {
        if (draft.step() == Step.PRE_ROLLOUT_REST) {
            TrialRules.preRollout(draft);
        } else {
            TrialRules.measure(draft);
        }
    }

    private static void reorder(Draft draft) {
        Pending pending = draft.state().pending();
        boolean posthumous = draft.state().stage() == Stage.IDLE;
        if (AnswerRules.areHooksGone(draft)) {
            AnswerRules.withoutHooks(draft);
        } else if (posthumous && pending.attempts() >= Limits.POST_HOOK_ORDERS) {
            draft.add(new HooksFailed(draft.head(), HookType.POST_ROLLOUT, List.of(),
                    draft.definition().hooks(HookType.POST_ROLLOUT).getFirst().name(),
                    "no worker answered", 0, draft.at()));
        } else if (posthumous || draft.state().standing().shown().trouble().isEmpty()) {
            draft.add(new WorkerMissed(draft.head(), pending.what(), pending.attempts() + 1,
                    draft.in(answerTime(draft))));
        } else {
            draft.add(new EffectReordered(draft.head(), pending.what(),
                    draft.in(answerTime(draft))));
        }
    }

    private static Duration answerTime(Draft draft) {
        return switch (draft.step()) {
            case PRE_ROLLOUT -> Limits.hooks(draft.definition().hooks(HookType.PRE_ROLLOUT));
            case ROLLOUT_HOOKS -> Limits.hooks(draft.definition().hooks(HookType.ROLLOUT));
            case IDLE, STRANDED -> Limits.hooks(draft.definition().hooks(HookType.POST_ROLLOUT));
            case ANALYSING -> Limits.ANALYSIS_ANSWER;
            case UNREGISTERED, AWAITING_WORKLOAD, PREPARING_PRIMARY, AWAITING_PRIMARY,
                    PREPARING_TRAFFIC, TAKEOVER_DRAIN, STANDING_DOWN, RESTARTING, SCALING_UP,
                    AWAITING_CANARY, AWAITING_ROLLOUT_GATE, PRE_ROLLOUT_REST, SHIFTING, RESTING,
                    PAUSED, AWAITING_TRAFFIC_GATE, AWAITING_PROMOTION_GATE, COPYING,
                    AWAITING_PROMOTED, ROUTING_BACK, ROUTING_REST, ESCAPING, PROMOTION_DRAIN,
                    SCALING_DOWN, RETREATING, ROLLBACK_DRAIN, GIVING_UP, REVIVING, AWAITING_REVIVED,
                    GIVING_BACK, REVERT_DRAIN, LETTING_GO -> Limits.CHANGE_ANSWER;
        };
    }

    private static void giveUp(Draft draft) {
        switch (draft.step()) {
            case AWAITING_PRIMARY -> InitializationRules.stalled(draft,
                    draft.state().standing().primary().readiness().reason());
            case AWAITING_CANARY, RESTING -> RetreatRules.deadline(draft,
                    draft.state().standing().canary().readiness().reason());
            case AWAITING_REVIVED -> TerminationRules.stalled(draft);
            case AWAITING_PROMOTED -> PromotionRules.fail(draft,
                    draft.state().standing().primary().readiness().reason());
            case UNREGISTERED, AWAITING_WORKLOAD, PREPARING_PRIMARY, PREPARING_TRAFFIC,
                    TAKEOVER_DRAIN, STANDING_DOWN, IDLE, STRANDED, RESTARTING, SCALING_UP,
                    AWAITING_ROLLOUT_GATE, PRE_ROLLOUT, PRE_ROLLOUT_REST, SHIFTING, ROLLOUT_HOOKS,
                    ANALYSING, PAUSED, AWAITING_TRAFFIC_GATE, AWAITING_PROMOTION_GATE, COPYING,
                    ROUTING_BACK, ROUTING_REST, ESCAPING, PROMOTION_DRAIN, SCALING_DOWN,
                    RETREATING, ROLLBACK_DRAIN, GIVING_UP, REVIVING, GIVING_BACK, REVERT_DRAIN,
                    LETTING_GO ->
                    throw new IllegalStateException(
                            "Expected a step that waits for pods, but it is " + draft.step());
        }
    }
}
