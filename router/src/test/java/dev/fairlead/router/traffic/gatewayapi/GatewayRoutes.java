package dev.fairlead.router.traffic.gatewayapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.traffic.Texts;
import dev.fairlead.router.traffic.TrafficRouterContract;

/** How requests flow by an HTTPRoute. */
abstract class GatewayRoutes extends TrafficRouterContract {

    @Override
    protected Map<String, Object> service() {
        return Map.of("gatewayRefs", List.of(Map.of("name", "edge", "namespace", "infra")));
    }

    @Override
    protected int canaryShare(List<Fields> objects, Map<String, String> headers) {
        List<Fields> sides = rule(objects, headers).list("backendRefs");
        int all = sides.stream().mapToInt(side -> side.number("weight").orElse(1)).sum();
        int canary = sides.stream()
                .filter(side -> side.text("name").equals("podinfo-canary"))
                .mapToInt(side -> side.number("weight").orElse(1))
                .sum();
        return canary * 100 / all;
    }

    @Override
    protected boolean isMirrored(List<Fields> objects) {
        return rule(objects, Map.of()).list("filters")
                .stream()
                .anyMatch(filter -> filter.text("requestMirror", "backendRef", "name")
                        .equals("podinfo-canary"));
    }

    @Override
    protected List<String> cookies(List<Fields> objects, Map<String, String> headers) {
        Fields rule = rule(objects, headers);
        return Stream.concat(Stream.of(rule), rule.list("backendRefs").stream())
                .flatMap(part -> part.list("filters").stream())
                .flatMap(filter -> filter.list("responseHeaderModifier", "add").stream())
                .filter(header -> header.text("name").equals("Set-Cookie"))
                .map(header -> header.text("value"))
                .toList();
    }

    @Override
    protected List<Fields> users() {
        Fields path = Fields.EMPTY.with("PathPrefix", "type").with("/", "value");
        Fields rule = Fields.EMPTY.with(List.of(Fields.EMPTY.with(path, "path")), "matches")
                .with(List.of(Fields.EMPTY.with("podinfo", "name")
                        .with("Service", "kind")
                        .with(80, "port")
                        .with(1, "weight")), "backendRefs")
                .with("5s", "timeouts", "request")
                .with(List.of(Fields.EMPTY.with("ExtensionRef", "type")
                        .with("x", "extensionRef", "name")), "filters")
                .with("kept", "unheardOf");
        Fields other = Fields.EMPTY.with(List.of(Fields.EMPTY.with("else", "name")),
                "backendRefs");
        Fields head = router().prepare(wish(0)).getFirst().object().head();
        return List.of(head.with("mine", "metadata", "labels", "team")
                .with("mine", "metadata", "annotations", "note")
                .with(List.of("a.example.com"), "spec", "hostnames")
                .with(List.of(Fields.EMPTY.with("old", "name")), "spec", "parentRefs")
                .with(List.of(rule, other), "spec", "rules"));
    }

    private static Fields rule(List<Fields> objects, Map<String, String> headers) {
        return objects.getLast()
                .list("spec", "rules")
                .stream()
                .filter(rule -> rule.list("matches")
                        .stream()
                        .anyMatch(match -> match.list("headers")
                                .stream()
                                .allMatch(wanted -> has(wanted, headers))))
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(Fields wanted, Map<String, String> headers) {
        String form = wanted.text("type").equals("Exact") ? "exact" : "regex";
        return Texts.has(Fields.EMPTY.with(wanted.text("value"), form),
                Texts.header(headers, wanted.text("name")));
    }
}
