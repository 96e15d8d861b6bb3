package dev.fairlead.router.traffic.istio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.traffic.RouteWish;
import dev.fairlead.router.traffic.RouteWish.Mirror;

/**
 * Lays our routes over those that are there. A route of ours takes over from the one that led to
 * the same Services, with every field in it that a Canary cannot say; routes that led elsewhere end,
 * for the object is one target's.
 */
final class RouteOverlay {

    /** Fields of a route that a Canary sets, or that cannot stand beside a share for each side. */
    private static final Set<String> OURS = Set.of("match", "rewrite", "timeout", "retries",
            "corsPolicy", "headers", "route", "mirror", "mirrorPercentage", "mirrorPercent",
            "mirror_percent", "redirect", "directResponse", "delegate");

    /** Fields of the parts of a route that a Canary sets; others in them stay. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "retries", Set.of("attempts", "perTryTimeout", "retryOn"),
            "corsPolicy", Set.of("allowOrigin", "allowOrigins", "allowMethods", "allowHeaders",
                    "exposeHeaders", "maxAge", "allowCredentials"));

    private static final Set<String> CONDITIONS = Set.of("authority", "method", "scheme", "uri",
            "headers", "queryParams", "withoutHeaders", "gateways", "ignoreUriCase", "name", "port",
            "sourceLabels", "sourceNamespace");

    private static final List<String> MIRROR = List.of("mirror", "mirrorPercentage");

    private final RouteWish wish;

    RouteOverlay(RouteWish wish) {
        this.wish = wish;
    }

    /** The wanted routes, each over the one it follows. */
    List<Fields> over(List<Fields> live, List<Fields> wanted) {
        List<Fields> before = live.stream().filter(this::leadsToUs).toList();
        List<Fields> over = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            over.add(i < before.size() ? over(before.get(i), wanted.get(i)) : wanted.get(i));
        }
        return over;
    }

    /** The spec without our routes of a protocol that is not spoken any more. */
    Fields withoutOurs(Fields spec, String protocol) {
        List<Fields> routes = spec.list(protocol);
        List<Fields> left = routes.stream().filter(route -> !leadsToUs(route)).toList();
        return left.size() == routes.size() ? spec : spec.withUnlessEmpty(left, protocol);
    }

    private Fields over(Fields live, Fields wanted) {
        Fields route = live;
        for (String field : OURS) {
            route = route.without(field);
        }
        for (var field : wanted.map().entrySet()) {
            route = route.with(part(field.getKey(), live, wanted), field.getKey());
        }
        return wish.mirror() == Mirror.KEPT ? withMirrorOf(live, route) : route;
    }

    private Object part(String name, Fields live, Fields wanted) {
        return switch (name) {
            case "route" -> wanted.list(name)
                    .stream()
                    .map(side -> overSide(live.list(name), side))
                    .toList();
            case "match" -> overMatches(live.list(name), wanted.list(name));
            case "retries", "corsPolicy" -> overPart(name, live.fields(name), wanted.fields(name));
            // Names of fields are an open set.
            default -> wanted.at(name).orElseThrow();
        };
    }

    private static Fields overPart(String name, Fields live, Fields wanted) {
        Set<String> set = PARTS.getOrDefault(name, Set.of());
        Fields part = wanted;
        for (var field : live.map().entrySet()) {
            if (!set.contains(field.getKey()) && !wanted.has(field.getKey())) {
                part = part.with(field.getValue(), field.getKey());
            }
        }
        return part;
    }

    private Fields overSide(List<Fields> live, Fields side) {
        String host = side.text("destination", "host");
        Optional<Fields> before = live.stream()
                .filter(one -> isHost(one.text("destination", "host"), host))
                .findFirst();
        return before.map(one -> {
            Fields over = one.with(host, "destination", "host")
                    .without("destination", "port")
                    .with(side.at("weight").orElse(0), "weight");
            return over.withUnlessEmpty(side.fields("destination", "port"), "destination", "port");
        }).orElse(side);
    }

    /** A condition that is still the same keeps what others have put beside it. */
    private static List<Fields> overMatches(List<Fields> live, List<Fields> wanted) {
        List<Fields> over = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            boolean same = i < live.size() && conditions(live.get(i)).equals(wanted.get(i));
            over.add(same ? live.get(i) : wanted.get(i));
        }
        return over;
    }

    private static Fields conditions(Fields match) {
        Fields conditions = match;
        for (String name : match.map().keySet()) {
            conditions = CONDITIONS.contains(name) ? conditions : conditions.without(name);
        }
        return conditions;
    }

    private Fields withMirrorOf(Fields live, Fields route) {
        if (!isHost(live.text("mirror", "host"), wish.canaryHost())) {
            return route;
        }
        Fields mirrored = route;
        for (String field : MIRROR) {
            mirrored = mirrored.withUnlessEmpty(live.fields(field), field);
        }
        return mirrored;
    }

    private boolean leadsToUs(Fields route) {
        return route.list("route")
                .stream()
                .map(side -> side.text("destination", "host"))
                .anyMatch(host -> isHost(host, wish.apex()) || isHost(host, wish.primaryHost())
                        || isHost(host, wish.canaryHost()));
    }

    /** Short and long names of a Service are the same host. */
    private boolean isHost(String host, String service) {
        String inNamespace = service + "." + wish.target().namespace();
        return host.equals(service) || host.equals(inNamespace)
                || host.startsWith(inNamespace + ".svc");
    }
}
