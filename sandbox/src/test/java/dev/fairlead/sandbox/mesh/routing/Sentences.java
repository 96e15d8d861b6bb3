package dev.fairlead.sandbox.mesh.routing;

import java.util.List;
import java.util.Map;

/** Short ways to write routes in tests. */
final class Sentences {

    static final Caller SIDECAR = Caller.sidecar("prod", "client");

    private Sentences() {}

    static RequestHead get(String host) {
        return new RequestHead("GET", host, "/", Map.of());
    }

    static RequestHead get(String host, String header, String value) {
        return new RequestHead("GET", host, "/", Map.of(header, value));
    }

    static Map<String, Object> destination(String host, int weight) {
        return Map.of("destination", Map.of("host", host), "weight", weight);
    }

    @SafeVarargs
    static Map<String, Object> route(Map<String, Object> match,
            Map<String, Object>... destinations) {
        return match.isEmpty()
                ? Map.of("route", List.of(destinations))
                : Map.of("match", List.of(match), "route", List.of(destinations));
    }

    static RouteRules virtualService(String name, Map<String, Object> spec) {
        return IstioObjects.virtualService("prod", name, "2026-01-01T00:00:00Z", spec);
    }

    @SafeVarargs
    static RouteRules routes(String host, Map<String, Object>... destinations) {
        return virtualService(host,
                Map.of("hosts", List.of(host), "http", List.of(route(Map.of(), destinations))));
    }

    static RoutingTable table(RouteRules... rules) {
        return RoutingTable.of(List.of(rules), List.of());
    }
}
