package dev.fairlead.router.traffic.gatewayapi;

import dev.fairlead.router.traffic.TrafficRouter;

class GatewayTrafficRouterTest extends GatewayRoutes {

    @Override
    protected TrafficRouter router() {
        return GatewayTrafficRouter.v1();
    }
}
