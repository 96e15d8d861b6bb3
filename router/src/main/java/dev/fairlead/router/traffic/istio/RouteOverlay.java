package dev.fairlead.router.traffic.istio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.traffic.OwnFields;
import dev.fairlead.router.traffic.RouteWish;

/**
 * Lays our routes over those that are there. A route of ours takes over from the one with the same
 * condition, else from the one that takes whoever the others do not, with every field in it that the
 * Canary does not give. Routes that lead elsewhere stay where they are, unless requests that are
 * ours would not get past them.
 */
final class RouteOverlay {

    /** Fields that decide where requests go; theirs cannot stand beside ours. */
    private static final Set<String> DECIDING = Set.of("match", "route", "redirect",
            "directResponse", "delegate");

    /** The fields of a route that a Canary may give or leave to others. */
    static final Set<String> OPTIONAL = Set.of("rewrite", "timeout", "retries", "corsPolicy",
            "headers");

    /** Fields of the parts of a route that a Canary sets; others in them stay. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "retries", Set.of("attempts", "perTryTimeout", "retryOn"),
            "corsPolicy", Set.of("allowOrigin", "allowOrigins", "allowMethods", "allowHeaders",
                    "exposeHeaders", "maxAge", "allowCredentials"));

    private final RouteWish wish;

    private final OwnFields before;

    private final Mirrors mirrors;

    private final RouteSides sides;

    RouteOverlay(RouteWish wish, OwnFields before) {
        this.wish = wish;
        this.before = before;
        this.mirrors = new Mirrors(wish);
        this.sides = new RouteSides(wish, before);
    }

    /** All routes: the wanted ones, each over the one it follows, and those of others. */
    List<Fields> over(List<Fields> live, List<Fields> wanted) {
        List<Fields> ours = live.stream().filter(this::leadsToUs).toList();
        Optional<Fields> main = main(ours, wanted.getLast());
        boolean same = main.isPresent() && isSame(main.get(), wanted.getLast());
        List<Fields> over = wanted.stream()
                .map(route -> ours.stream()
                        .filter(old -> isSame(old, route))
                        .findFirst()
                        .or(() -> main)
                        .map(old -> over(old, route, same))
                        .orElse(route))
                .toList();
        return amongOthers(live, over);
    }

    /** The spec without our routes of a protocol that is not spoken any more. */
    Fields withoutOurs(Fields spec, String protocol) {
        List<Fields> routes = spec.list(protocol);
        List<Fields> left = routes.stream().filter(route -> !leadsToUs(route)).toList();
        return left.size() == routes.size() ? spec : spec.withUnlessEmpty(left, protocol);
    }

    /** The route that took whoever the others do not. */
    private Optional<Fields> main(List<Fields> ours, Fields wanted) {
        return ours.reversed()
                .stream()
                .filter(old -> isSame(old, wanted))
                .findFirst()
                .or(() -> ours.isEmpty() ? Optional.empty() : Optional.of(ours.getLast()));
    }

    private boolean isSame(Fields live, Fields wanted) {
        return conditions(live).equals(conditions(wanted));
    }

    private static List<Fields> conditions(Fields route) {
        return route.list("match").stream().map(MatchOverlay::conditions).toList();
    }

    /** Theirs stay before or after ours; one that takes every request would leave us none. */
    private List<Fields> amongOthers(List<Fields> live, List<Fields> ours) {
        List<Fields> all = new ArrayList<>();
        boolean placed = false;
        boolean everything = ours.getLast().list("match").isEmpty();
        for (Fields route : live) {
            boolean us = leadsToUs(route);
            boolean takesAll = route.list("match").isEmpty();
            if ((us || takesAll) && !placed) {
                all.addAll(ours);
                placed = true;
            }
            if (!us && (!takesAll || !everything)) {
                all.add(route);
            }
        }
        if (!placed) {
            all.addAll(ours);
        }
        return all;
    }

    private Fields over(Fields live, Fields wanted, boolean same) {
        Fields route = live;
        for (String field : DECIDING) {
            route = route.without(field);
        }
        for (String field : OPTIONAL) {
            if (!same || before.has(field)) {
                route = route.without(field);
            }
        }
        for (var field : wanted.map().entrySet()) {
            route = route.with(part(field.getKey(), live, wanted), field.getKey());
        }
        return mirrors.over(live, wanted, route);
    }

    private Object part(String name, Fields live, Fields wanted) {
        return switch (name) {
            case "route" -> sides.over(live.list(name), wanted.list(name));
            case "match" -> MatchOverlay.over(live.list(name), wanted.list(name));
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

    private boolean leadsToUs(Fields route) {
        return route.list("route")
                .stream()
                .map(side -> side.text("destination", "host"))
                .anyMatch(host -> isHost(host, wish.apex()) || isHost(host, wish.primaryHost())
                        || isHost(host, wish.canaryHost()));
    }

    private boolean isHost(String host, String service) {
        return RouteSides.isHost(host, service, wish.target().namespace());
    }
}
