package dev.fairlead.orchestrator.rollout.rules;

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
            }
        } else if (!asOrdered) {
            draft.add(new RouteDrifted(draft.head(), route.canary(), it.canary(), it.manager()));
            repair(draft);
        }
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
