package dev.fairlead.router.traffic;

import java.util.List;
import java.util.stream.Stream;

import dev.fairlead.canary.model.Provider;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Obstacle;

/** The routers there are. */
public final class TrafficRouters {

    private final List<TrafficRouter> routers;

    public TrafficRouters(List<TrafficRouter> routers) {
        this.routers = List.copyOf(routers);
    }

    /**
     * The router that a Canary asks for.
     *
     * @throws Obstacle
     *             INVALID when there is none of the name; never another instead
     */
    public TrafficRouter of(Definition definition) {
        String provider = definition.provider();
        return routers.stream()
                .filter(router -> names(router).anyMatch(provider::equals))
                .findFirst()
                .orElseThrow(() -> new Obstacle(Reason.INVALID, "Canary",
                        "Expected spec.provider to be one of " + routers.stream()
                                .flatMap(TrafficRouters::names)
                                .sorted()
                                .toList()
                                + ", but got \"" + provider + "\""));
    }

    private static Stream<String> names(TrafficRouter router) {
        return router.providers().stream().map(Provider::text);
    }
}
