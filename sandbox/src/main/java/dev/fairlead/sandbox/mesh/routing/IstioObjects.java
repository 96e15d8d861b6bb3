package dev.fairlead.sandbox.mesh.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads VirtualServices and DestinationRules from their JSON. Reads what the sandbox obeys and says
 * what it does not; the contract is Istio's {@code networking.istio.io/v1}.
 */
public final class IstioObjects {

    private static final Set<String> OBEYED_IN_ROUTE = Set.of("name", "match", "route", "delegate",
            "rewrite", "timeout", "retries", "headers", "mirror", "mirrors", "mirrorPercentage",
            "mirrorPercent");
    private static final Set<String> OBEYED_IN_SPEC =
            Set.of("hosts", "gateways", "http", "exportTo");
    private static final double ALL_PERCENT = 100.0;
    private static final int WHOLE_WEIGHT = 100;

    private IstioObjects() {}

    /**
     * @param spec    the object's {@code spec} as maps and lists
     * @param created creation time, ISO
     */
    public static RouteRules virtualService(String namespace, String name, String created,
            Map<String, Object> spec) {
        Fields fields = Fields.of(spec);
        List<String> gateways = fields.texts("gateways");
        return new RouteRules(namespace, name,
                fields.texts("hosts").stream().map(host -> full(host, namespace)).toList(),
                gateways.isEmpty() ? Set.of(RequestMatch.MESH) : new HashSet<>(gateways),
                fields.children("http").stream().map(http -> entry(http, namespace)).toList(),
                created);
    }

    public static Subsets destinationRule(String namespace, Map<String, Object> spec) {
        Fields fields = Fields.of(spec);
        Map<String, Map<String, String>> labels = new HashMap<>();
        fields.children("subsets")
                .forEach(one -> labels.put(one.text("name"), one.textsByKey("labels")));
        return new Subsets(full(fields.text("host"), namespace), labels);
    }

    /** Paths of the fields that a real mesh would obey and this one does not. */
    public static List<String> notObeyed(Map<String, Object> spec) {
        Fields fields = Fields.of(spec);
        List<String> ignored = new ArrayList<>();
        fields.tree()
                .keySet()
                .stream()
                .filter(key -> !OBEYED_IN_SPEC.contains(key))
                .forEach(key -> ignored.add("spec." + key));
        List<Fields> routes = fields.children("http");
        for (int i = 0; i < routes.size(); i++) {
            String at = "spec.http[" + i + "].";
            routes.get(i)
                    .tree()
                    .keySet()
                    .stream()
                    .filter(key -> !OBEYED_IN_ROUTE.contains(key))
                    .forEach(key -> ignored.add(at + key));
        }
        return ignored;
    }

    private static String full(String host, String namespace) {
        return host.contains(".") || host.startsWith("*")
                ? host
                : new ServiceName(namespace, host).host();
    }

    private static RouteRules.Entry entry(Fields http, String namespace) {
        List<RequestMatch> matches =
                http.children("match").stream().map(IstioMatches::request).toList();
        if (http.has("delegate")) {
            Fields to = http.child("delegate");
            String where = to.has("namespace") ? to.text("namespace") : namespace;
            return new RouteRules.Delegation(matches, where, to.text("name"));
        }
        return new RouteRules.Route(new HttpRoute(List.of(), matches,
                http.children("route").stream().map(one -> weighted(one, namespace)).toList(),
                mirrors(http, namespace), effects(http)));
    }

    private static Destination.Weighted weighted(Fields route, String namespace) {
        return new Destination.Weighted(destination(route.child("destination"), namespace),
                route.integer("weight", 0), headers(route));
    }

    private static Destination destination(Fields fields, String namespace) {
        return new Destination(full(fields.text("host"), namespace), fields.text("subset"),
                fields.child("port").integer("number", 0));
    }

    private static List<Destination.Mirror> mirrors(Fields http, String namespace) {
        List<Destination.Mirror> all = new ArrayList<>();
        if (http.has("mirror")) {
            double percent = http.child("mirrorPercentage")
                    .decimal("value",
                            http.integer("mirrorPercent", WHOLE_WEIGHT));
            all.add(new Destination.Mirror(destination(http.child("mirror"), namespace), percent));
        }
        http.children("mirrors")
                .forEach(one -> all.add(
                        new Destination.Mirror(destination(one.child("destination"), namespace),
                                one.child("percentage").decimal("value", ALL_PERCENT))));
        return all;
    }

    private static HttpRoute.Effects effects(Fields http) {
        Fields rewrite = http.child("rewrite");
        Fields retries = http.child("retries");
        return new HttpRoute.Effects(
                new HttpRoute.Rewrite(rewrite.text("authority"), rewrite.text("uri"), false),
                headers(http),
                IstioDurations.read(http.text("timeout")),
                new HttpRoute.Retries(retries.integer("attempts", 0),
                        IstioDurations.read(retries.text("perTryTimeout")),
                        List.of(retries.text("retryOn").split(","))));
    }

    private static HeaderChange.Both headers(Fields fields) {
        Fields headers = fields.child("headers");
        return new HeaderChange.Both(change(headers.child("request")),
                change(headers.child("response")));
    }

    private static HeaderChange change(Fields fields) {
        return new HeaderChange(fields.textsByKey("set"), fields.textsByKey("add"),
                fields.texts("remove"));
    }

    static Map<String, TextMatch> lowerCased(Map<String, TextMatch> headers) {
        return headers.entrySet()
                .stream()
                .collect(
                        Collectors.toMap(e -> TextMatch.headerName(e.getKey()),
                                Map.Entry::getValue));
    }
}
