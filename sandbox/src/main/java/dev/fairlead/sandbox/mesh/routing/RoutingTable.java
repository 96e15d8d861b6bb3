package dev.fairlead.sandbox.mesh.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All routes at one moment. Immutable; the same objects, caller, request and dice give the same
 * decision.
 *
 * <p>
 * Hosts are chosen as Istio does it: the exact host, then the longest wildcard. A sidecar takes the
 * oldest rules of a host, a gateway all of them, oldest first. A sidecar's host without rules is the
 * plain service; a gateway's is not found.
 */
public final class RoutingTable {

    public static final RoutingTable EMPTY = of(List.of(), List.of());

    private static final double ALL_PERCENT = 100.0;

    private final Map<String, List<Bound>> byHost;
    private final List<String> wildcards;
    private final Map<String, Map<String, Map<String, String>>> subsets;

    private record Bound(RouteRules rules, List<HttpRoute> routes) {}

    private RoutingTable(Map<String, List<Bound>> byHost, Collection<Subsets> subsets) {
        this.byHost = byHost;
        this.wildcards = byHost.keySet()
                .stream()
                .filter(host -> host.startsWith("*"))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.subsets = subsets.stream()
                .collect(Collectors.toMap(Subsets::host, Subsets::labels, RoutingTable::merged));
    }

    public static RoutingTable of(Collection<RouteRules> rules, Collection<Subsets> subsets) {
        Map<String, RouteRules> byKey = rules.stream()
                .collect(Collectors.toMap(RouteRules::key, one -> one));
        Map<String, List<Bound>> byHost = new HashMap<>();
        rules.stream()
                .sorted(Comparator.comparing(RouteRules::created).thenComparing(RouteRules::key))
                .forEach(one -> {
                    var bound =
                            new Bound(one,
                                    one.flattened(key -> Optional.ofNullable(byKey.get(key))));
                    one.hosts()
                            .forEach(
                                    host -> byHost.computeIfAbsent(host, _ -> new ArrayList<>())
                                            .add(bound));
                });
        return new RoutingTable(byHost, subsets);
    }

    public Decision decide(Caller caller, RequestHead request, RandomGenerator dice) {
        String host = request.host().toLowerCase(Locale.ROOT);
        Optional<ServiceName> plain = ServiceName.ofClientHost(host, caller.namespace());
        Optional<List<HttpRoute>> routes = routesOf(caller, host, plain);
        if (routes.isPresent()) {
            return firstTaking(routes.get(), caller, request, dice);
        }
        return caller.gateway() || plain.isEmpty()
                ? Decision.noRoute(host)
                : new Decision.Forward(new Decision.Target(plain.get(), 0, Map.of(), false),
                        request.authority(), request.path(), List.of(), HttpRoute.Effects.NONE,
                        List.of());
    }

    /** Shares by destination of the first route that takes the request; empty without a route. */
    public Map<String, Integer> weights(Caller caller, RequestHead request) {
        String host = request.host().toLowerCase(Locale.ROOT);
        return routesOf(caller, host, ServiceName.ofClientHost(host, caller.namespace())).stream()
                .flatMap(List::stream)
                .filter(route -> route.taking(caller, request).isPresent())
                .findFirst()
                .stream()
                .flatMap(route -> route.destinations().stream())
                .collect(Collectors.toMap(to -> to.destination().host(),
                        Destination.Weighted::weight,
                        Integer::sum));
    }

    private Optional<List<HttpRoute>> routesOf(Caller caller, String host,
            Optional<ServiceName> plain) {
        Stream<String> exact =
                Stream.concat(Stream.of(host), plain.map(ServiceName::host).stream());
        Stream<String> wild = wildcards.stream().filter(star -> covers(star, host, plain));
        return Stream.concat(exact, wild)
                .map(key -> bound(key, caller))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> found.stream()
                        .limit(caller.gateway() ? found.size() : 1)
                        .flatMap(one -> one.routes().stream())
                        .toList());
    }

    private static boolean covers(String wildcard, String host, Optional<ServiceName> plain) {
        String suffix = wildcard.substring(1);
        return host.endsWith(suffix)
                || plain.filter(service -> service.host().endsWith(suffix)).isPresent();
    }

    private List<Bound> bound(String key, Caller caller) {
        return byHost.getOrDefault(key, List.of())
                .stream()
                .filter(one -> one.rules().holdsFor(caller))
                .toList();
    }

    private Decision firstTaking(List<HttpRoute> routes, Caller caller, RequestHead request,
            RandomGenerator dice) {
        for (HttpRoute route : routes) {
            Optional<RequestMatch> taken = route.taking(caller, request);
            if (taken.isPresent()) {
                return along(route, taken.get(), request, dice);
            }
        }
        return Decision.noRoute(request.host());
    }

    private Decision along(HttpRoute route, RequestMatch taken, RequestHead request,
            RandomGenerator dice) {
        Optional<Destination.Weighted> drawn = drawn(route.destinations(), dice);
        if (drawn.isEmpty()) {
            return Decision.noCluster("with a weight above 0 for host " + request.host());
        }
        Destination destination = drawn.get().destination();
        Optional<Decision.Target> target = target(destination);
        if (target.isEmpty()) {
            return Decision
                    .noCluster(destination.host() + " subset '" + destination.subset() + "'");
        }
        String authority = route.effects().rewrite().authority();
        return new Decision.Forward(target.get(),
                authority.isEmpty() ? request.authority() : authority,
                route.rewritten(taken, request),
                List.of(drawn.get().headers(), route.effects().headers()), route.effects(),
                mirrors(route, dice));
    }

    /** A sole destination gets everything, whatever its weight says (as in Istio). */
    private static Optional<Destination.Weighted> drawn(List<Destination.Weighted> among,
            RandomGenerator dice) {
        if (among.size() == 1) {
            return Optional.of(among.getFirst());
        }
        int total = among.stream().mapToInt(Destination.Weighted::weight).sum();
        if (total <= 0) {
            return Optional.empty();
        }
        int left = dice.nextInt(total);
        for (Destination.Weighted one : among) {
            left -= one.weight();
            if (left < 0) {
                return Optional.of(one);
            }
        }
        throw new IllegalStateException("Expected a destination within weight " + total);
    }

    private Optional<Decision.Target> target(Destination destination) {
        Optional<Map<String, String>> labels = destination.subset().isEmpty()
                ? Optional.of(Map.of())
                : Optional.ofNullable(subsets.getOrDefault(destination.host(), Map.of())
                        .get(destination.subset()));
        return labels.flatMap(wanted -> ServiceName.ofRouteHost(destination.host(), "")
                .map(service -> new Decision.Target(service, destination.port(), wanted, true)));
    }

    private List<Decision.Target> mirrors(HttpRoute route, RandomGenerator dice) {
        return route.mirrors()
                .stream()
                .filter(mirror -> dice.nextDouble() * ALL_PERCENT < mirror.percent())
                .flatMap(mirror -> target(mirror.destination()).stream())
                .toList();
    }

    private static Map<String, Map<String, String>> merged(Map<String, Map<String, String>> one,
            Map<String, Map<String, String>> other) {
        var all = new HashMap<>(one);
        all.putAll(other);
        return Map.copyOf(all);
    }
}
