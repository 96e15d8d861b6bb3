package dev.fairlead.router.traffic.gatewayapi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.canary.model.Provider;
import dev.fairlead.canary.route.Acceptance;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.traffic.GivenBack;
import dev.fairlead.router.traffic.RouteWish;
import dev.fairlead.router.traffic.TrafficRouter;

/** The Gateway API: one HTTPRoute with the apex Service's name that shares requests out. */
public final class GatewayTrafficRouter implements TrafficRouter {

    private final Dialect dialect;

    private GatewayTrafficRouter(Dialect dialect) {
        this.dialect = dialect;
    }

    /** With all that HTTPRoute has: time limits, CORS, the word of the gateway. */
    public static GatewayTrafficRouter v1() {
        return new GatewayTrafficRouter(Dialect.V1);
    }

    /** With what Flagger asks of the earlier version. */
    public static GatewayTrafficRouter v1beta1() {
        return new GatewayTrafficRouter(Dialect.V1BETA1);
    }

    @Override
    public Set<Provider> providers() {
        return Set.of(dialect.provider());
    }

    @Override
    public List<Draft> prepare(RouteWish wish) {
        return List.of(new HttpRouteDraft(wish, dialect, true));
    }

    @Override
    public List<Draft> shift(RouteWish wish) {
        return List.of(new HttpRouteDraft(wish, dialect, false));
    }

    @Override
    public List<Draft> giveBack(RouteWish wish) {
        return List.of(new GivenBack(wish, new HttpRouteDraft(wish, dialect, false).object()));
    }

    @Override
    public Optional<String> pending(Fields written) {
        return dialect == Dialect.V1 ? Acceptance.missing(written.map()) : Optional.empty();
    }
}
