package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.OrderId;
import dev.fairlead.events.fact.EffectRefused;
import dev.fairlead.events.fact.PrimaryChanged;
import dev.fairlead.events.fact.RemakeRefused;
import dev.fairlead.events.fact.TrafficShifted;
import dev.fairlead.events.fact.WorkloadScaled;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.events.report.ChangeRefused;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.orchestrator.rollout.state.Pending;
import dev.fairlead.orchestrator.rollout.state.Stage;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** What follows when an ordered effect stands in the cluster, or could not be had. */
final class EffectRules {

    private EffectRules() {}

    static void applied(Draft draft, ChangeApplied report) {
        boolean awaited = draft.state()
                .pending()
                .isAnsweredBy(report.order().type(),
                        report.order().fence());
        if (awaited) {
            stands(draft, report);
        } else if (isRepair(draft.state(), report)) {
            routeStands(draft);
        } else if (isLateCopy(draft, report)) {
            draft.add(new PrimaryChanged(draft.head(), report.revision()));
            InitializationRules.record(draft, report.blueprint());
        }
    }

    /** A person gave the revision up while the router was copying it. */
    private static boolean isLateCopy(Draft draft, ChangeApplied report) {
        return draft.state().stage() == Stage.ROLLING_BACK
                && report.order().type().equals("PromoteWorkload")
                && report.revision().sameAs(draft.state().attempt().revision())
                && !report.revision().sameAs(draft.state().revisions().promoted());
    }

    private static boolean isRepair(TargetState state, ChangeApplied report) {
        String type = report.order().type();
        var route = state.standing().route();
        // of the orders of a fact, the one about the route is the first
        boolean first = report.order()
                .id()
                .equals(OrderId.of(state.target(), report.order().fence(), 1));
        return first && (type.equals("PrepareTarget") || type.equals("ShiftTraffic"))
                && !route.confirmed() && route.isShownBy(report.order().fence());
    }

    private static void stands(Draft draft, ChangeApplied report) {
        switch (draft.step()) {
            case PREPARING_PRIMARY -> InitializationRules.primaryMade(draft, report);
            case STANDING_DOWN, SCALING_DOWN, GIVING_UP -> scaled(draft, Direction.DOWN, 0);
            case SCALING_UP, REVIVING -> scaled(draft, Direction.UP, report.replicas());
            case GIVING_BACK, LETTING_GO -> TerminationRules.reverted(draft);
            case COPYING -> PromotionRules.copied(draft, report);
            case PREPARING_TRAFFIC, RESTARTING, SHIFTING, ROUTING_BACK, ESCAPING, RETREATING ->
                    routeStands(draft);
            case UNREGISTERED, AWAITING_WORKLOAD, AWAITING_PRIMARY, TAKEOVER_DRAIN, IDLE, STRANDED,
                    AWAITING_CANARY, AWAITING_ROLLOUT_GATE, PRE_ROLLOUT, PRE_ROLLOUT_REST, RESTING,
                    ROLLOUT_HOOKS, ANALYSING, PAUSED, AWAITING_TRAFFIC_GATE,
                    AWAITING_PROMOTION_GATE, AWAITING_PROMOTED, ROUTING_REST, PROMOTION_DRAIN,
                    ROLLBACK_DRAIN, AWAITING_REVIVED, REVERT_DRAIN -> {
                // these steps await no change
            }
        }
    }

    private static void scaled(Draft draft, Direction direction, int replicas) {
        draft.add(new WorkloadScaled(draft.head(), direction, replicas,
                draft.in(draft.definition().progressDeadline())));
        switch (draft.step()) {
            case STANDING_DOWN -> InitializationRules.stoodDown(draft);
            case SCALING_DOWN -> PromotionRules.scaledDown(draft);
            case GIVING_UP -> RetreatRules.givenUp(draft);
            case AWAITING_REVIVED -> TerminationRules.revived(draft);
            case UNREGISTERED, AWAITING_WORKLOAD, PREPARING_PRIMARY, AWAITING_PRIMARY,
                    PREPARING_TRAFFIC, TAKEOVER_DRAIN, IDLE, STRANDED, RESTARTING, SCALING_UP,
                    AWAITING_CANARY, AWAITING_ROLLOUT_GATE, PRE_ROLLOUT, PRE_ROLLOUT_REST, SHIFTING,
                    RESTING, ROLLOUT_HOOKS, ANALYSING, PAUSED, AWAITING_TRAFFIC_GATE,
                    AWAITING_PROMOTION_GATE, COPYING, AWAITING_PROMOTED, ROUTING_BACK,
                    ROUTING_REST, ESCAPING, PROMOTION_DRAIN, RETREATING, ROLLBACK_DRAIN, REVIVING,
                    GIVING_BACK, REVERT_DRAIN, LETTING_GO ->
                    TrialRules.begin(draft);
        }
    }

    /** The route is known to be as ordered, by report or by sight. */
    static void routeStands(Draft draft) {
        switch (draft.step()) {
            case PREPARING_TRAFFIC -> InitializationRules.trafficMoved(draft);
            case RESTARTING -> RetreatRules.restarted(draft);
            case SHIFTING -> TrialRules.shifted(draft);
            case ROUTING_BACK -> PromotionRules.routedBack(draft);
            case ESCAPING -> PromotionRules.escaped(draft);
            case RETREATING -> RetreatRules.retreated(draft);
            case UNREGISTERED, AWAITING_WORKLOAD, PREPARING_PRIMARY, AWAITING_PRIMARY,
                    TAKEOVER_DRAIN, STANDING_DOWN, IDLE, STRANDED, SCALING_UP, AWAITING_CANARY,
                    AWAITING_ROLLOUT_GATE, PRE_ROLLOUT, PRE_ROLLOUT_REST, RESTING, ROLLOUT_HOOKS,
                    ANALYSING, PAUSED, AWAITING_TRAFFIC_GATE, AWAITING_PROMOTION_GATE, COPYING,
                    AWAITING_PROMOTED, ROUTING_REST, PROMOTION_DRAIN, SCALING_DOWN, ROLLBACK_DRAIN,
                    GIVING_UP, REVIVING, AWAITING_REVIVED, GIVING_BACK, REVERT_DRAIN, LETTING_GO ->
                    draft.add(new TrafficShifted(draft.head(),
                            draft.state().standing().route().canary(), draft.at()));
        }
    }

    static void refused(Draft draft, ChangeRefused report) {
        Pending pending = draft.state().pending();
        if (!pending.isAnsweredBy(report.order().type(), report.order().fence())) {
            remakeRefused(draft, report);
            return;
        }
        if (draft.step() == Step.REVIVING && report.reason() == Reason.MISSING) {
            TerminationRules.missing(draft);
            return;
        }
        var revisions = draft.state().revisions();
        boolean overtaken = report.reason() == Reason.MOVED_ON && draft.step() == Step.COPYING
                && !revisions.wanted().sameAs(draft.state().attempt().revision());
        if (overtaken) {
            RetreatRules.supersede(draft, revisions.wanted());
            return;
        }
        int attempts = pending.attempts() + 1;
        draft.add(new EffectRefused(draft.head(), report.order().type(), report.reason(),
                report.message(), attempts, draft.in(Limits.retry(report.reason(), attempts - 1))));
        if (report.reason() == Reason.MISSING && report.order().type().equals("ShiftTraffic")) {
            RouteRules.repair(draft);
        }
    }

    /** Of what was lost, the route has its own deadline; the rest is ordered again after a pause. */
    private static void remakeRefused(Draft draft, ChangeRefused report) {
        var route = draft.state().standing().route();
        boolean newest = report.order().type().equals("PrepareTarget")
                && route.isShownBy(report.order().fence());
        if (newest && draft.state().stage() != Stage.INITIALIZING) {
            draft.add(new RemakeRefused(draft.head(), report.reason(), report.message(),
                    draft.in(Limits.remake(report.reason()))));
        }
    }
}
