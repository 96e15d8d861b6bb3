package dev.fairlead.router.traffic.kubernetes;

import java.util.List;
import java.util.Set;

import dev.fairlead.canary.model.Provider;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.traffic.RouteWish;
import dev.fairlead.router.traffic.TrafficRouter;

/**
 * Services alone: users reach the primary by the apex Service, tests the canary by its own. There is
 * no route, so every share is already in force, and a Canary's match, mirror and affinity say nothing.
 */
public final class KubernetesTrafficRouter implements TrafficRouter {

    @Override
    public Set<Provider> providers() {
        return Set.of(Provider.KUBERNETES);
    }

    @Override
    public List<Draft> prepare(RouteWish wish) {
        return List.of();
    }

    @Override
    public List<Draft> shift(RouteWish wish) {
        return List.of();
    }

    @Override
    public List<Draft> giveBack(RouteWish wish) {
        return List.of();
    }
}
