package dev.fairlead.watcher.detection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.fairlead.events.Seen;

/** The objects by which a target's provider shares requests out. */
final class RoutingObjects {

    private RoutingObjects() {}

    /** Those that an initialised target must have, as {@code kind/name}, found or not. */
    static Map<String, Optional<Seen>> expected(Frame frame, String namespace,
            Sightings sightings) {
        Map<String, Optional<Seen>> all = new LinkedHashMap<>();
        String apex = frame.apex();
        switch (frame.provider()) {
            case ISTIO -> {
                for (String rule : new String[]{apex + "-primary", apex + "-canary"}) {
                    all.put("DestinationRule/" + rule,
                            sightings.destinationRule(new Place(namespace, rule)));
                }
                all.put("VirtualService/" + apex,
                        route(frame, namespace, sightings).map(RouteSight::seen));
            }
            case GATEWAYAPI_V1, GATEWAYAPI_V1BETA1 -> all.put("HTTPRoute/" + apex,
                    route(frame, namespace, sightings).map(RouteSight::seen));
            case APISIX, APPMESH, APPMESH_V1BETA2, CONTOUR, GLOO, KNATIVE, KUBERNETES, KUMA,
                    LINKERD, NGINX, OSM, SKIPPER, SMI_V1ALPHA1, SMI_V1ALPHA2, SMI_V1ALPHA3,
                    TRAEFIK -> {
                // Services alone, or a provider whose routes are not watched
            }
        }
        return all;
    }

    /**
     * The one with the weights. Its marks say that it is settled once it is in force: a gateway may
     * have to take it first, and of one that need not, nothing is waited for.
     */
    static Optional<RouteSight> route(Frame frame, String namespace, Sightings sightings) {
        Place place = new Place(namespace, frame.apex());
        return switch (frame.provider()) {
            case ISTIO -> sightings.virtualService(place).map(route -> marked(route, true));
            case GATEWAYAPI_V1 ->
                    sightings.httpRoute(place).map(route -> marked(route, route.accepted()));
            case GATEWAYAPI_V1BETA1 ->
                    sightings.httpRoute(place).map(route -> marked(route, true));
            case APISIX, APPMESH, APPMESH_V1BETA2, CONTOUR, GLOO, KNATIVE, KUBERNETES, KUMA,
                    LINKERD, NGINX, OSM, SKIPPER, SMI_V1ALPHA1, SMI_V1ALPHA2, SMI_V1ALPHA3,
                    TRAEFIK ->
                    Optional.empty();
        };
    }

    private static RouteSight marked(RouteSight route, boolean inForce) {
        Seen seen = route.seen();
        long observed = inForce ? seen.generation() : seen.generation() - 1;
        return new RouteSight(
                new Seen(seen.kind(), seen.name(), seen.uid(), seen.resourceVersion(),
                        seen.generation(), observed, seen.fence()),
                route.canary(), route.intact(), route.accepted(), route.manager(),
                route.mirrored());
    }
}
