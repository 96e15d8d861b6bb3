package dev.fairlead.sandbox.mesh.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The routes of some hosts, as one routing object states them (a VirtualService; other kinds can be
 * read into the same form).
 *
 * @param hosts    full names, or wildcards such as {@code *.example.com}; none: rules that others
 *                 delegate to
 * @param gateways where they hold; {@code mesh} stands for every sidecar
 * @param entries  in order; the first that takes a request decides
 * @param created  creation time of the object in ISO form, orders rules of the same host
 */
public record RouteRules(String namespace, String name, List<String> hosts, Set<String> gateways,
        List<Entry> entries, String created) {

    public RouteRules {
        hosts = List.copyOf(hosts);
        gateways = Set.copyOf(gateways);
        entries = List.copyOf(entries);
    }

    /** A route, or a pointer to other rules under this route's conditions. */
    public sealed interface Entry {}

    public record Route(HttpRoute route) implements Entry {}

    public record Delegation(List<RequestMatch> guards, String namespace, String name)
            implements
                Entry {
        public Delegation {
            guards = List.copyOf(guards);
        }
    }

    /** What identifies the object. */
    public String key() {
        return namespace + "/" + name;
    }

    boolean holdsFor(Caller caller) {
        return RequestMatch.bound(gateways, caller);
    }

    /** This object's own routes, with those of its delegates in their places. */
    List<HttpRoute> flattened(Function<String, Optional<RouteRules>> byKey) {
        return entries.stream().flatMap(entry -> switch (entry) {
            case Route(HttpRoute route) -> Stream.of(route);
            case Delegation(List<RequestMatch> guards, String ns, String other) ->
                    byKey.apply(ns + "/" + other).stream().flatMap(rules -> rules.own(guards));
        }).toList();
    }

    /** Istio allows one level of delegation, so delegations of a delegate do not count. */
    private Stream<HttpRoute> own(List<RequestMatch> guards) {
        return entries.stream()
                .filter(Route.class::isInstance)
                .map(Route.class::cast)
                .map(entry -> entry.route().under(guards));
    }
}
