package dev.fairlead.orchestrator.rollout.rules;

import java.util.Set;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Weight;
import dev.fairlead.events.fact.RouteDrifted;
import dev.fairlead.events.fact.Standing.Route;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.observation.GeneratedObjectLost;
import dev.fairlead.events.observation.RouteChanged;
import dev.fairlead.orchestrator.rollout.state.Stage;
import dev.fairlead.orchestrator.rollout.state.Step;

/** What follows when the route is seen. The log says what it must be, not the mesh. */
final class RouteRules {

    /** Steps that await a route. */
    private static final Set<Step> MOVING = Set.of(Step.SHIFTING, Step.ROUTING_BACK,
            Step.ESCAPING, Step.RETREATING, Step.RESTARTING);

    private RouteRules() {}

    static void changed(Draft draft, RouteChanged it) {
        Route route = draft.state().standing().route();
        boolean asOrdered = it.intact() && it.canary().equals(route.canary())
                && it.mirrored() == route.mirrored();
        Fence shown = it.route().fence();
        boolean foreign = shown.equals(Fence.NONE);
        boolean early = route.version() == 0 || draft.state().stage() == Stage.TERMINATING
                || draft.state().stage() == Stage.INITIALIZING
                        && draft.step() != Step.PREPARING_TRAFFIC;
        if (early || !foreign && !route.isShownBy(shown)) {
            return; // before the first order, or from before the newest
        }
        if (!route.confirmed()) {
            if (asOrdered && !foreign && it.route().isSettled()) {
                EffectRules.routeStands(draft);
            } else if (isForgedSince(draft, it)) {
                // Our mark shows that the order was done before somebody wrote over it.
                EffectRules.routeStands(draft);
                drifted(draft, it);
            }
        } else if (!asOrdered) {
            drifted(draft, it);
        }
    }

    /** Seen before the router has said that it is done; nobody would tell of it again. */
    private static boolean isForgedSince(Draft draft, RouteChanged it) {
        Route route = draft.state().standing().route();
        return MOVING.contains(draft.step()) && it.route().isSettled()
                && !it.route().fence().equals(Fence.NONE)
                && !it.canary().equals(route.canary());
    }

    private static void drifted(Draft draft, RouteChanged it) {
        Weight ordered = draft.state().standing().route().canary();
        draft.add(new RouteDrifted(draft.head(), ordered, it.canary(), it.manager()));
        repair(draft);
    }

    static void lost(Draft draft, GeneratedObjectLost it) {
        if (draft.state().stage() != Stage.INITIALIZING) {
            repair(draft);
        } else if (draft.step() != Step.AWAITING_WORKLOAD) {
            InitializationRules.prepare(draft);
        }
    }

    /** Writes again what was ordered, with everything around it. */
    static void repair(Draft draft) {
        Route route = draft.state().standing().route();
        boolean beforeFirst = route.version() == 0
                || draft.state().stage() == Stage.TERMINATING
                || draft.state().stage() == Stage.INITIALIZING;
        if (!beforeFirst) {
            boolean mirrored = route.mirrored()
                    && draft.definition().analysis().mirror().enabled();
            order(draft, route.canary(), Purpose.REPAIR, mirrored);
        }
    }

    static void toSafety(Draft draft) {
        order(draft, Weight.ZERO, Purpose.SAFETY, false);
    }

    private static void order(Draft draft, Weight weight, Purpose purpose, boolean mirrored) {
        draft.add(new TrafficShiftOrdered(draft.head(), weight, purpose,
                draft.in(Limits.CHANGE_ANSWER), mirrored));
    }
}
