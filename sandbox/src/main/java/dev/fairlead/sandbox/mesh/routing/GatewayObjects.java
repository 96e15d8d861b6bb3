package dev.fairlead.sandbox.mesh.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads HTTPRoutes from their JSON. Reads what the sandbox obeys and says what it does not; the
 * contract is the Gateway API's {@code gateway.networking.k8s.io/v1}.
 */
public final class GatewayObjects {

    private static final Set<String> OBEYED_FILTERS = Set.of("RequestHeaderModifier",
            "ResponseHeaderModifier", "URLRewrite", "RequestMirror");
    private static final double ALL_PERCENT = 100.0;
    private static final int SHARE_UNLESS_GIVEN = 1;
    /** Apart from a VirtualService of the same name. */
    private static final String NAME = "httproute/";

    private GatewayObjects() {}

    /**
     * @param spec    the object's {@code spec} as maps and lists
     * @param created creation time, ISO
     */
    public static RouteRules httpRoute(String namespace, String name, String created,
            Map<String, Object> spec) {
        Fields fields = Fields.of(spec);
        List<String> hosts = fields.texts("hostnames");
        Set<String> parents = fields.children("parentRefs")
                .stream()
                .map(parent -> parent.text("name"))
                .collect(Collectors.toSet());
        List<Ranked> ranked = new ArrayList<>();
        fields.children("rules").forEach(rule -> ranked.addAll(ranked(rule, namespace)));
        return new RouteRules(namespace, NAME + name,
                hosts.isEmpty()
                        ? List.of("*")
                        : hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList(),
                parents,
                ranked.stream()
                        .sorted(Comparator.comparing(Ranked::rank)).<RouteRules
                                .Entry>map(one -> new RouteRules.Route(one.route()))
                        .toList(),
                created);
    }

    /** What {@link RouteRules#key} is of the HTTPRoute. */
    public static String key(String namespace, String name) {
        return namespace + "/" + NAME + name;
    }

    /** Types of the filters that a real gateway would obey and this one does not. */
    public static List<String> notObeyed(Map<String, Object> spec) {
        return Fields.of(spec)
                .children("rules")
                .stream()
                .flatMap(rule -> rule.children("filters").stream())
                .map(filter -> filter.text("type"))
                .filter(type -> !OBEYED_FILTERS.contains(type))
                .distinct()
                .toList();
    }

    private record Ranked(GatewayMatches.Rank rank, HttpRoute route) {}

    /** Each condition is a route of its own, as the most specific one of all rules decides. */
    private static List<Ranked> ranked(Fields rule, String namespace) {
        List<Fields> matches = rule.children("matches");
        List<Ranked> ranked = new ArrayList<>();
        for (Fields match : matches.isEmpty() ? List.of(new Fields(Map.of())) : matches) {
            for (RequestMatch one : GatewayMatches.of(match)) {
                ranked.add(new Ranked(GatewayMatches.rank(match), new HttpRoute(List.of(),
                        List.of(one), backends(rule, namespace), mirrors(rule, namespace),
                        effects(rule, one))));
            }
        }
        return ranked;
    }

    private static List<Destination.Weighted> backends(Fields rule, String namespace) {
        return rule.children("backendRefs")
                .stream()
                .map(backend -> new Destination.Weighted(destination(backend, namespace),
                        backend.integer("weight", SHARE_UNLESS_GIVEN), headers(backend)))
                .toList();
    }

    private static Destination destination(Fields backend, String namespace) {
        String where = backend.has("namespace") ? backend.text("namespace") : namespace;
        return new Destination(new ServiceName(where, backend.text("name")).host(), "",
                backend.integer("port", 0));
    }

    private static List<Destination.Mirror> mirrors(Fields rule, String namespace) {
        return filters(rule, "RequestMirror").stream()
                .map(filter -> filter.child("requestMirror"))
                .map(mirror -> new Destination.Mirror(
                        destination(mirror.child("backendRef"), namespace),
                        mirror.decimal("percent", ALL_PERCENT)))
                .toList();
    }

    private static HttpRoute.Effects effects(Fields rule, RequestMatch taken) {
        Fields rewrite = filters(rule, "URLRewrite").stream()
                .findFirst()
                .map(filter -> filter.child("urlRewrite"))
                .orElse(new Fields(Map.of()));
        return new HttpRoute.Effects(rewrite(rewrite, taken), headers(rule),
                IstioDurations.read(rule.child("timeouts").text("request")),
                HttpRoute.Retries.NONE);
    }

    private static HttpRoute.Rewrite rewrite(Fields rewrite, RequestMatch taken) {
        Fields path = rewrite.child("path");
        boolean whole = path.text("type").equals("ReplaceFullPath");
        String uri = whole ? path.text("replaceFullPath") : path.text("replacePrefixMatch");
        boolean below = taken.uri().stream().anyMatch(TextMatch.Prefix.class::isInstance);
        return new HttpRoute.Rewrite(rewrite.text("hostname"),
                !whole && below && !uri.isEmpty() && !uri.endsWith("/") ? uri + "/" : uri, whole);
    }

    private static List<Fields> filters(Fields rule, String type) {
        return rule.children("filters")
                .stream()
                .filter(filter -> filter.text("type").equals(type))
                .toList();
    }

    /** Of a rule, or of one of its backends. */
    private static HeaderChange.Both headers(Fields holder) {
        return new HeaderChange.Both(
                change(filters(holder, "RequestHeaderModifier"), "requestHeaderModifier"),
                change(filters(holder, "ResponseHeaderModifier"), "responseHeaderModifier"));
    }

    private static HeaderChange change(List<Fields> filters, String field) {
        return filters.stream()
                .findFirst()
                .map(filter -> filter.child(field))
                .map(change -> new HeaderChange(named(change, "set"), named(change, "add"),
                        change.texts("remove")))
                .orElse(HeaderChange.NONE);
    }

    private static Map<String, String> named(Fields change, String field) {
        Map<String, String> values = new HashMap<>();
        change.children(field).forEach(one -> values.put(one.text("name"), one.text("value")));
        return values;
    }
}
