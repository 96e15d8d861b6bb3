package dev.fairlead.orchestrator.rollout.state;

import java.time.Instant;

import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Analysis.Strategy;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.IterationStarted;
import dev.fairlead.events.fact.PromotionFailed;
import dev.fairlead.events.fact.RolloutSuperseded;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.TrafficShifted;
import dev.fairlead.orchestrator.rollout.state.Attempt.Outcome;

/** What the facts about the route change. */
final class TrafficChanges {

    private TrafficChanges() {}

    static void ordered(StateChange change, TrafficShiftOrdered fact) {
        change.routeOrdered(fact.canary(), fact.mirrored());
        switch (fact.purpose()) {
            case STEP -> change.go(Step.SHIFTING)
                    .withoutGate(HookType.CONFIRM_TRAFFIC_INCREASE)
                    .await("ShiftTraffic", fact.due());
            case PROMOTION -> change.go(Step.ROUTING_BACK).await("ShiftTraffic", fact.due());
            case SAFETY -> change.deadline(DeadlineKind.REPAIR, fact.due());
            case REPAIR -> change.without(DeadlineKind.REMAKE)
                    .deadline(DeadlineKind.REPAIR, fact.due());
        }
    }

    static void shifted(StateChange change, TrafficShifted fact) {
        change.routeConfirmed();
        switch (change.before().step()) {
            case SHIFTING -> change.go(Step.RESTING)
                    .attempt(served(change, fact.at()))
                    .weight(told(change, fact.canary()))
                    .deadline(DeadlineKind.ANALYSIS, fact.due());
            case ROUTING_BACK -> routedBack(change, fact);
            case RESTARTING, RETREATING, ESCAPING -> change.pending(Pending.NONE)
                    .without(DeadlineKind.REORDER);
            case UNREGISTERED, AWAITING_WORKLOAD, PREPARING_PRIMARY, AWAITING_PRIMARY,
                    PREPARING_TRAFFIC, TAKEOVER_DRAIN, STANDING_DOWN, IDLE, STRANDED, SCALING_UP,
                    AWAITING_CANARY, AWAITING_ROLLOUT_GATE, PRE_ROLLOUT, PRE_ROLLOUT_REST, RESTING,
                    ROLLOUT_HOOKS, ANALYSING, PAUSED, AWAITING_TRAFFIC_GATE,
                    AWAITING_PROMOTION_GATE, COPYING, AWAITING_PROMOTED, ROUTING_REST,
                    PROMOTION_DRAIN,
                    SCALING_DOWN, ROLLBACK_DRAIN, GIVING_UP, REVIVING, AWAITING_REVIVED,
                    GIVING_BACK, REVERT_DRAIN, LETTING_GO -> change
                            .without(DeadlineKind.REPAIR); // a repair is confirmed
        }
    }

    /** Without requests of users, those of a load test come from now on. */
    static void iterating(StateChange change, IterationStarted fact) {
        change.go(Step.RESTING)
                .attempt(served(change, fact.at()).withIterations(fact.number()))
                .weight(Weight.ZERO)
                .deadline(DeadlineKind.ANALYSIS, fact.due());
    }

    /** Flagger tells weights of rollouts by weights alone. */
    private static Weight told(StateChange change, Weight canary) {
        Strategy strategy = change.before().definition().analysis().strategy();
        return strategy == Strategy.CANARY ? canary : Weight.ZERO;
    }

    private static Attempt served(StateChange change, Instant at) {
        Attempt attempt = change.before().attempt();
        return attempt.servedSince().equals(Instant.EPOCH) ? attempt.servedSince(at) : attempt;
    }

    private static void routedBack(StateChange change, TrafficShifted fact) {
        if (fact.canary().equals(Weight.ZERO)) {
            change.pending(Pending.NONE)
                    .without(DeadlineKind.REORDER)
                    .phase(Phases.FINALISING,
                            change.before().standing().shown().failedChecks(), Weight.ZERO);
        } else {
            change.go(Step.ROUTING_REST)
                    .weight(fact.canary())
                    .deadline(DeadlineKind.PROMOTION_STEP, fact.due());
        }
    }

    static void retreating(StateChange change, Outcome outcome, String reason, Instant due) {
        change.go(Step.RETREATING)
                .attempt(change.before().attempt().ending(outcome, reason))
                .routeOrdered(Weight.ZERO)
                .await("ShiftTraffic", due)
                .trouble(reason);
    }

    /** Either a newer revision is tried next, or the canary stands down first. */
    static void superseded(StateChange change, RolloutSuperseded fact) {
        switch (fact.next()) {
            case TRY -> change.go(Step.RESTARTING)
                    .routeOrdered(Weight.ZERO)
                    .await("ShiftTraffic", fact.due());
            case STAND_DOWN -> retreating(change, Outcome.WITHDRAWN, fact.reason(), fact.due());
            case PREPARE -> retreating(change, Outcome.PREPARED_ANEW, fact.reason(), fact.due());
        }
        var revisions = change.before().revisions();
        change.revisions(revisions.promoted(), revisions.applied(), fact.by());
    }

    static void escaping(StateChange change, PromotionFailed fact) {
        change.go(Step.ESCAPING)
                .attempt(change.before().attempt().ending(Outcome.FAILED, fact.reason()))
                .routeOrdered(Weight.FULL)
                .await("ShiftTraffic", fact.due())
                .trouble(fact.reason());
    }
}
