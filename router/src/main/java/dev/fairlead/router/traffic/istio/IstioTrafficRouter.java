package dev.fairlead.router.traffic.istio;

import java.util.List;
import java.util.Set;

import dev.fairlead.canary.model.Provider;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.traffic.GivenBack;
import dev.fairlead.router.traffic.RouteWish;
import dev.fairlead.router.traffic.TrafficRouter;

/**
 * Istio: a VirtualService with the apex Service's name that shares requests out, and a
 * DestinationRule for each side.
 */
public final class IstioTrafficRouter implements TrafficRouter {

    @Override
    public Set<Provider> providers() {
        return Set.of(Provider.ISTIO);
    }

    @Override
    public List<Draft> prepare(RouteWish wish) {
        return List.of(new DestinationRuleDraft(wish, wish.canaryHost()),
                new DestinationRuleDraft(wish, wish.primaryHost()),
                new VirtualServiceDraft(wish, true));
    }

    @Override
    public List<Draft> shift(RouteWish wish) {
        return List.of(new VirtualServiceDraft(wish, false));
    }

    @Override
    public List<Draft> giveBack(RouteWish wish) {
        return List.of(new GivenBack(wish, new VirtualServiceDraft(wish, false).object()));
    }
}
