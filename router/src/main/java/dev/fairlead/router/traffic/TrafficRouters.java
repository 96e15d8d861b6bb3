package dev.fairlead.router.traffic;

import java.util.List;

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
                .filter(router -> router.providers().contains(provider))
                .findFirst()
                .orElseThrow(() -> new Obstacle(Reason.INVALID, "Canary",
                        "Expected spec.provider to be one of " + routers.stream()
                                .flatMap(router -> router.providers().stream())
                                .sorted()
                                .toList()
                                + ", but got \"" + provider + "\""));
    }
}
