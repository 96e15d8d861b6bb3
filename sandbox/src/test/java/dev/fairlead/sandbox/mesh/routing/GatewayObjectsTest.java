package dev.fairlead.sandbox.mesh.routing;

import java.util.List;
import java.util.Map;
import java.util.Random;

import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayObjectsTest {

    private static final Caller EDGE = Caller.gateway("istio-system", "edge");

    @Test
    void requests_are_shared_out_by_weight_to_the_services_of_the_routes_namespace() {
        var table = table("""
                hostnames: [app.example.com]
                parentRefs: [{name: public}]
                rules:
                - backendRefs:
                  - {name: app-primary, port: 9898, weight: 80}
                  - {name: app-canary, port: 9898, weight: 20}
                """);
        assertThat(table.weights(EDGE, get("app.example.com", "/"))).isEqualTo(
                Map.of("app-primary.prod.svc.cluster.local", 80,
                        "app-canary.prod.svc.cluster.local", 20));
        assertThat(decide(table, get("other.example.com", "/")))
                .isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void a_route_holds_at_gateways_only_and_not_inside() {
        var table = table("""
                parentRefs: [{name: public}]
                rules: [{backendRefs: [{name: app, port: 9898}]}]
                """);
        assertThat(table.weights(EDGE, get("any.example.com", "/"))).hasSize(1);
        assertThat(table.weights(Caller.sidecar("prod", "client"), get("app.prod", "/")))
                .isEmpty();
    }

    @Test
    void the_most_specific_condition_decides_wherever_it_stands() {
        var table = table("""
                parentRefs: [{name: public}]
                rules:
                - backendRefs: [{name: everybody, port: 1}]
                - matches: [{path: {type: PathPrefix, value: /}, headers: [{name: X-Test, value: a}]}]
                  backendRefs: [{name: tested, port: 1}]
                - matches: [{path: {type: PathPrefix, value: /shop}}]
                  backendRefs: [{name: shop, port: 1}]
                - matches: [{path: {type: Exact, value: /shop/cart}}]
                  backendRefs: [{name: cart, port: 1}]
                - matches:
                  - path: {type: PathPrefix, value: /}
                    headers: [{name: Cookie, type: RegularExpression, value: ".*seen.*"}]
                  backendRefs: [{name: sticky, port: 1}]
                """);
        assertThat(service(table, get("a.b.c", "/"))).isEqualTo("everybody");
        assertThat(service(table, get("a.b.c", "/shop"))).isEqualTo("shop");
        assertThat(service(table, get("a.b.c", "/shop/x"))).isEqualTo("shop");
        assertThat(service(table, get("a.b.c", "/shopping"))).isEqualTo("everybody");
        assertThat(service(table, get("a.b.c", "/shop/cart"))).isEqualTo("cart");
        assertThat(service(table, new RequestHead("GET", "a.b.c", "/", Map.of("x-test", "a"))))
                .isEqualTo("tested");
        assertThat(service(table,
                new RequestHead("GET", "a.b.c", "/", Map.of("cookie", "id=1; seen=yes"))))
                .isEqualTo("sticky");
    }

    @Test
    void filters_change_headers_rewrite_and_copy() {
        var table = table("""
                parentRefs: [{name: public}]
                rules:
                - matches: [{path: {type: PathPrefix, value: /old}}]
                  timeouts: {request: 2s}
                  filters:
                  - type: RequestHeaderModifier
                    requestHeaderModifier: {set: [{name: x-a, value: "1"}], remove: [x-b]}
                  - type: ResponseHeaderModifier
                    responseHeaderModifier: {add: [{name: x-c, value: "2"}]}
                  - type: URLRewrite
                    urlRewrite:
                      hostname: inner.example.com
                      path: {type: ReplacePrefixMatch, replacePrefixMatch: /new}
                  - type: RequestMirror
                    requestMirror: {backendRef: {name: app-canary, port: 9898}}
                  backendRefs:
                  - name: app
                    port: 9898
                    filters:
                    - type: ResponseHeaderModifier
                      responseHeaderModifier: {add: [{name: Set-Cookie, value: a=b}]}
                """);
        var forward = (Decision.Forward) decide(table, get("a.b.c", "/old/x?q=1"));
        assertThat(forward.path()).isEqualTo("/new/x?q=1");
        assertThat(forward.authority()).isEqualTo("inner.example.com");
        assertThat(forward.effects().timeout()).hasSeconds(2);
        assertThat(forward.mirrors()).singleElement()
                .satisfies(to -> assertThat(to.service().name()).isEqualTo("app-canary"));
        assertThat(forward.headers()).anySatisfy(change -> {
            assertThat(change.request().set()).containsEntry("x-a", "1");
            assertThat(change.request().remove()).containsExactly("x-b");
            assertThat(change.response().add()).containsEntry("x-c", "2");
        })
                .anySatisfy(
                        change -> assertThat(change.response().add()).containsEntry("Set-Cookie",
                                "a=b"));
    }

    @Test
    void a_full_path_takes_the_place_of_all_of_it() {
        var table = table("""
                parentRefs: [{name: public}]
                rules:
                - filters:
                  - type: URLRewrite
                    urlRewrite: {path: {type: ReplaceFullPath, replaceFullPath: /one}}
                  backendRefs: [{name: app, port: 9898}]
                """);
        var forward = (Decision.Forward) decide(table, get("a.b.c", "/some/where?q=1"));
        assertThat(forward.path()).isEqualTo("/one?q=1");
    }

    @Test
    void filters_that_are_not_obeyed_are_named() {
        assertThat(GatewayObjects.notObeyed(spec("""
                rules: [{filters: [{type: CORS}, {type: URLRewrite}, {type: CORS}]}]
                """))).containsExactly("CORS");
    }

    private static RequestHead get(String host, String path) {
        return new RequestHead("GET", host, path, Map.of());
    }

    private static Decision decide(RoutingTable table, RequestHead request) {
        return table.decide(EDGE, request, new Random(7));
    }

    private static String service(RoutingTable table, RequestHead request) {
        return ((Decision.Forward) decide(table, request)).target().service().name();
    }

    private static RoutingTable table(String spec) {
        return RoutingTable.of(List.of(GatewayObjects.httpRoute("prod", "app",
                "2026-01-01T00:00:00Z", spec(spec))), List.of());
    }

    @SuppressWarnings("unchecked") // YAML has no other maps
    private static Map<String, Object> spec(String yaml) {
        return Serialization.unmarshal(yaml, Map.class);
    }
}
