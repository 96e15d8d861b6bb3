package dev.fairlead.watcher.detection;

import java.util.List;
import java.util.Map;

import dev.fairlead.canary.tree.JsonTree;
import dev.fairlead.events.Weight;

/**
 * Reads the weights of a VirtualService: those of the last route that names the canary, as the
 * routes before it are for chosen requests only.
 */
public final class RouteReader {

    private static final int WHOLE = 100;

    private RouteReader() {}

    /** Never fails: a route that makes no sense is not intact. */
    public static RouteSight read(ApiObject virtualService) {
        String apex = virtualService.place().name();
        var http = JsonTree.maps(virtualService.spec().get("http"));
        var routes = http.isEmpty() ? JsonTree.maps(virtualService.spec().get("tcp")) : http;
        var shared = routes.reversed()
                .stream()
                .filter(route -> names(JsonTree.maps(route.get("route")), apex + "-canary"))
                .findFirst()
                .orElse(Map.of());
        var destinations = JsonTree.maps(shared.get("route"));
        int canary = weight(destinations, apex + "-canary");
        int primary = weight(destinations, apex + "-primary");
        boolean intact = names(destinations, apex + "-canary")
                && names(destinations, apex + "-primary")
                && canary + primary == WHOLE && canary >= 0 && primary >= 0;
        return new RouteSight(virtualService.seen(), Weight.clamped(canary), intact, true,
                virtualService.manager(), isMirrored(shared, apex + "-canary"));
    }

    /** Istio takes a single mirror or a list of them; others may have ordered copies of their own. */
    private static boolean isMirrored(Map<String, Object> route, String host) {
        boolean single = isHost(JsonTree.mapAt(route, "mirror"), host);
        return single || JsonTree.maps(route.get("mirrors"))
                .stream()
                .anyMatch(mirror -> isHost(JsonTree.mapAt(mirror, "destination"), host));
    }

    /** With or without namespace and domain. */
    private static boolean isHost(Map<String, Object> destination, String host) {
        String named = JsonTree.text(destination.get("host"));
        return named.equals(host) || named.startsWith(host + ".");
    }

    private static boolean names(List<Map<String, Object>> destinations, String host) {
        return destinations.stream().anyMatch(destination -> host.equals(host(destination)));
    }

    private static int weight(List<Map<String, Object>> destinations, String host) {
        return destinations.stream()
                .filter(destination -> host.equals(host(destination)))
                .mapToInt(destination -> ApiObject.number(destination, "weight", 0))
                .sum();
    }

    private static String host(Map<String, Object> destination) {
        return JsonTree.text(JsonTree.mapAt(destination, "destination").get("host"));
    }
}
