package dev.fairlead.router.traffic.istio;

import java.util.List;
import java.util.Set;

import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.traffic.RouteWish;
import dev.fairlead.router.traffic.TrafficRouter;

/**
 * Istio: a VirtualService with the apex Service's name that shares requests out, and a
 * DestinationRule for each side.
 */
public final class IstioTrafficRouter implements TrafficRouter {

    @Override
    public Set<String> providers() {
        return Set.of("istio");
    }

    @Override
    public List<Draft> prepare(RouteWish wish) {
        return List.of(new DestinationRuleDraft(wish, wish.canaryHost()),
                new DestinationRuleDraft(wish, wish.primaryHost()), route(wish, true));
    }

    @Override
    public List<Draft> shift(RouteWish wish) {
        return List.of(route(wish, false));
    }

    private static Draft route(RouteWish wish, boolean preparing) {
        if (!wish.definition().analysis().sessionAffinity().isEmpty()) {
            throw new Obstacle(Reason.INVALID, "VirtualService/" + wish.apex(),
                    "Expected no spec.analysis.sessionAffinity: this router does not express it");
        }
        return new VirtualServiceDraft(wish, new IstioRoutes(wish, preparing), preparing);
    }
}
