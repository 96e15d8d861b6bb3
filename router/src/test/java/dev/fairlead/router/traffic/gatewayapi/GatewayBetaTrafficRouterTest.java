package dev.fairlead.router.traffic.gatewayapi;

import dev.fairlead.router.traffic.TrafficRouter;

class GatewayBetaTrafficRouterTest extends GatewayRoutes {

    @Override
    protected TrafficRouter router() {
        return GatewayTrafficRouter.v1beta1();
    }
}
