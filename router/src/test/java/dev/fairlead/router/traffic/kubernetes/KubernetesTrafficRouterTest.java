package dev.fairlead.router.traffic.kubernetes;

import java.util.List;
import java.util.Map;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.traffic.TrafficRouter;
import dev.fairlead.router.traffic.TrafficRouterContract;

class KubernetesTrafficRouterTest extends TrafficRouterContract {

    @Override
    protected TrafficRouter router() {
        return new KubernetesTrafficRouter();
    }

    @Override
    protected int canaryShare(List<Fields> objects, Map<String, String> headers) {
        return 0;
    }

    @Override
    protected boolean isMirrored(List<Fields> objects) {
        return false;
    }

    @Override
    protected List<String> cookies(List<Fields> objects, Map<String, String> headers) {
        return List.of();
    }

    @Override
    protected List<Fields> users() {
        return List.of();
    }
}
