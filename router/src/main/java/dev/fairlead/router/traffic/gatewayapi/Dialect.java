package dev.fairlead.router.traffic.gatewayapi;

import dev.fairlead.canary.model.Provider;
import dev.fairlead.router.plan.Kind;

/** What differs between the two versions of HTTPRoute as Flagger writes them. */
enum Dialect {
    V1(Provider.GATEWAYAPI_V1, Kind.HTTP_ROUTE), //
    V1BETA1(Provider.GATEWAYAPI_V1BETA1, Kind.HTTP_ROUTE_BETA);

    private final Provider provider;

    private final Kind kind;

    Dialect(Provider provider, Kind kind) {
        this.provider = provider;
        this.kind = kind;
    }

    Provider provider() {
        return provider;
    }

    Kind kind() {
        return kind;
    }

    /** Whether routes have time limits and CORS. */
    boolean isWhole() {
        return this == V1;
    }

    /** Whether users of the primary can be kept there. */
    boolean keepsPrimary() {
        return provider.can(Provider.Ability.PRIMARY_AFFINITY);
    }
}
