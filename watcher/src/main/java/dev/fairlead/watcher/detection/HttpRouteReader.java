package dev.fairlead.watcher.detection;

import java.util.List;
import java.util.Map;

import dev.fairlead.canary.route.Acceptance;
import dev.fairlead.canary.tree.JsonTree;
import dev.fairlead.events.Weight;

/**
 * Reads the weights of an HTTPRoute: those of the last rule that names the canary, as the rules
 * before it are for chosen requests only.
 */
public final class HttpRouteReader {

    private static final int WHOLE = 100;

    /** What the Gateway API takes a missing weight for. */
    private static final int SHARE_UNLESS_GIVEN = 1;

    private HttpRouteReader() {}

    /** Never fails: a route that makes no sense is not intact. */
    public static RouteSight read(ApiObject route) {
        String apex = route.place().name();
        var shared = JsonTree.maps(route.spec().get("rules"))
                .reversed()
                .stream()
                .filter(rule -> names(JsonTree.maps(rule.get("backendRefs")), apex + "-canary"))
                .findFirst()
                .orElse(Map.of());
        var backends = JsonTree.maps(shared.get("backendRefs"));
        int canary = weight(backends, apex + "-canary");
        int primary = weight(backends, apex + "-primary");
        boolean intact = names(backends, apex + "-canary") && names(backends, apex + "-primary")
                && canary + primary == WHOLE && canary >= 0 && primary >= 0;
        return new RouteSight(route.seen(), Weight.clamped(canary), intact,
                Acceptance.isWhole(route.body(), route.seen().generation()), route.manager(),
                isMirrored(shared, apex + "-canary"));
    }

    private static boolean isMirrored(Map<String, Object> rule, String service) {
        return JsonTree.maps(rule.get("filters"))
                .stream()
                .map(filter -> JsonTree.mapAt(filter, "requestMirror", "backendRef"))
                .anyMatch(backend -> service.equals(backend.get("name")));
    }

    private static boolean names(List<Map<String, Object>> backends, String service) {
        return backends.stream().anyMatch(backend -> service.equals(backend.get("name")));
    }

    private static int weight(List<Map<String, Object>> backends, String service) {
        return backends.stream()
                .filter(backend -> service.equals(backend.get("name")))
                .mapToInt(backend -> ApiObject.number(backend, "weight", SHARE_UNLESS_GIVEN))
                .sum();
    }
}
