package dev.fairlead.sandbox.mesh.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.mesh.routing.Decision.Forward;
import dev.fairlead.sandbox.mesh.routing.Decision.Refuse;

import static dev.fairlead.sandbox.mesh.routing.Sentences.SIDECAR;
import static dev.fairlead.sandbox.mesh.routing.Sentences.destination;
import static dev.fairlead.sandbox.mesh.routing.Sentences.get;
import static dev.fairlead.sandbox.mesh.routing.Sentences.route;
import static dev.fairlead.sandbox.mesh.routing.Sentences.routes;
import static dev.fairlead.sandbox.mesh.routing.Sentences.table;
import static dev.fairlead.sandbox.mesh.routing.Sentences.virtualService;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RoutingTableTest {

    private static final Caller GATEWAY = Caller.gateway("istio-system", "ingress");
    private static final int MANY = 20_000;

    @Test
    void a_host_without_routes_is_the_plain_service() {
        Decision decision = RoutingTable.EMPTY.decide(SIDECAR, get("backend.prod"), new Random(1));

        assertThat(decision).isInstanceOfSatisfying(Forward.class, forward -> {
            assertThat(forward.target().service()).isEqualTo(new ServiceName("prod", "backend"));
            assertThat(forward.target().routed()).isFalse();
        });
    }

    @Test
    void weights_are_kept_within_chance() {
        RoutingTable table = table(routes("backend", destination("backend-primary", 95),
                destination("backend-canary", 5)));

        assertThat(shares(table, get("backend")).get("backend-canary")).isCloseTo(0.05,
                within(0.006));
    }

    @Test
    void a_weight_of_zero_gets_nothing() {
        RoutingTable table = table(routes("backend", destination("backend-primary", 100),
                destination("backend-canary", 0)));

        assertThat(shares(table, get("backend"))).containsOnlyKeys("backend-primary");
    }

    @Test
    void a_sole_destination_gets_everything_whatever_its_weight() {
        RoutingTable table = table(routes("backend", destination("backend-primary", 0)));

        assertThat(shares(table, get("backend"))).containsEntry("backend-primary", 1.0);
    }

    @Test
    void weights_that_are_all_zero_lead_nowhere() {
        RoutingTable table = table(routes("backend", destination("backend-primary", 0),
                destination("backend-canary", 0)));

        assertThat(flag(table, SIDECAR, get("backend"))).isEqualTo(ResponseFlag.NO_CLUSTER_FOUND);
    }

    @Test
    void every_name_of_a_service_finds_its_routes() {
        RoutingTable table = table(routes("backend", destination("backend-primary", 100)));

        assertThat(List.of("backend", "backend.prod", "backend.prod.svc",
                "backend.prod.svc.cluster.local",
                "backend.prod:9898", "BACKEND.prod"))
                .allSatisfy(host -> assertThat(shares(table, get(host)))
                        .containsKey("backend-primary"));
    }

    @Test
    void the_first_route_that_takes_a_request_decides() {
        RoutingTable table = table(virtualService("backend", Map.of("hosts", List.of("backend"),
                "http",
                List.of(route(Map.of("headers", Map.of("X-Canary", Map.of("exact", "insider"))),
                        destination("backend-canary", 100)),
                        route(Map.of(), destination("backend-primary", 100))))));

        assertThat(shares(table, get("backend", "x-canary", "insider")))
                .containsOnlyKeys("backend-canary");
        assertThat(shares(table, get("backend", "x-canary", "other")))
                .containsOnlyKeys("backend-primary");
    }

    @Test
    void a_host_with_routes_of_which_none_takes_the_request_is_not_found() {
        RoutingTable table = table(virtualService("backend",
                Map.of("hosts", List.of("backend"), "http",
                        List.of(route(Map.of("uri", Map.of("prefix", "/api")),
                                destination("backend-canary", 100))))));

        assertThat(flag(table, SIDECAR, get("backend"))).isEqualTo(ResponseFlag.NO_ROUTE_FOUND);
    }

    @Test
    void a_sidecar_sees_routes_of_the_mesh_and_a_gateway_those_of_gateways() {
        RoutingTable table = table(virtualService("backend",
                Map.of("hosts", List.of("app.example.com"),
                        "gateways", List.of("istio-system/public"), "http",
                        List.of(route(Map.of(), destination("backend-primary", 100))))));

        assertThat(shares(table, GATEWAY, get("app.example.com"))).containsKey("backend-primary");
        assertThat(flag(table, SIDECAR, get("app.example.com")))
                .isEqualTo(ResponseFlag.NO_ROUTE_FOUND);
    }

    @Test
    void a_gateway_knows_no_plain_services() {
        assertThat(flag(RoutingTable.EMPTY, GATEWAY, get("backend.prod")))
                .isEqualTo(ResponseFlag.NO_ROUTE_FOUND);
    }

    @Test
    void the_exact_host_goes_before_the_longest_wildcard() {
        RoutingTable table = table(
                rules("any", "*", "any-service"), rules("wide", "*.example.com", "wide-service"),
                rules("exact", "app.example.com", "exact-service"));

        assertThat(shares(table, get("app.example.com"))).containsKey("exact-service");
        assertThat(shares(table, get("web.example.com"))).containsKey("wide-service");
        assertThat(shares(table, get("other.org"))).containsKey("any-service");
    }

    @Test
    void a_delegate_holds_under_the_conditions_of_its_root() {
        RoutingTable table = table(
                virtualService("root", Map.of("hosts", List.of("app.example.com"), "http",
                        List.of(Map.of("match", List.of(Map.of("uri", Map.of("prefix", "/api"))),
                                "delegate",
                                Map.of("name", "backend", "namespace", "prod"))))),
                virtualService("backend", Map.of("hosts", List.of(), "http",
                        List.of(route(Map.of(), destination("backend-primary", 100))))));

        assertThat(shares(table, new RequestHead("GET", "app.example.com", "/api/x", Map.of())))
                .containsKey("backend-primary");
        assertThat(flag(table, SIDECAR, get("app.example.com")))
                .isEqualTo(ResponseFlag.NO_ROUTE_FOUND);
    }

    @Test
    void a_subset_narrows_to_its_labels() {
        RoutingTable table = RoutingTable.of(
                List.of(virtualService("backend", Map.of("hosts", List.of("backend"), "http",
                        List.of(Map.of("route", List.of(Map.of("destination",
                                Map.of("host", "backend", "subset", "v2")))))))),
                List.of(IstioObjects.destinationRule("prod", Map.of("host", "backend", "subsets",
                        List.of(Map.of("name", "v2", "labels", Map.of("version", "v2")))))));

        assertThat(table.decide(SIDECAR, get("backend"), new Random(1))).isInstanceOfSatisfying(
                Forward.class,
                forward -> assertThat(forward.target().subset())
                        .isEqualTo(Map.of("version", "v2")));
    }

    @Test
    void a_subset_that_no_rule_makes_leads_nowhere() {
        RoutingTable table = table(virtualService("backend",
                Map.of("hosts", List.of("backend"), "http",
                        List.of(Map.of("route",
                                List.of(Map.of("destination",
                                        Map.of("host", "backend", "subset", "v2"))))))));

        assertThat(flag(table, SIDECAR, get("backend"))).isEqualTo(ResponseFlag.NO_CLUSTER_FOUND);
    }

    @Test
    void the_weights_in_force_can_be_read() {
        RoutingTable table = table(routes("backend", destination("backend-primary", 70),
                destination("backend-canary", 30)));

        assertThat(table.weights(SIDECAR, get("backend"))).isEqualTo(Map.of(
                "backend-primary.prod.svc.cluster.local", 70,
                "backend-canary.prod.svc.cluster.local", 30));
    }

    private static RouteRules rules(String name, String host, String service) {
        return virtualService(name,
                Map.of("hosts", List.of(host), "http",
                        List.of(route(Map.of(), destination(service, 100)))));
    }

    private static Map<String, Double> shares(RoutingTable table, RequestHead request) {
        return shares(table, SIDECAR, request);
    }

    private static Map<String, Double> shares(RoutingTable table, Caller caller,
            RequestHead request) {
        var dice = new Random(42);
        Map<String, Double> shares = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            if (table.decide(caller, request, dice) instanceof Forward forward) {
                shares.merge(forward.target().service().name(), 1.0 / MANY, Double::sum);
            }
        }
        shares.replaceAll((_, share) -> Math.round(share * MANY) / (double) MANY);
        return shares;
    }

    private static ResponseFlag flag(RoutingTable table, Caller caller, RequestHead request) {
        return table.decide(caller, request, new Random(1)) instanceof Refuse refusal
                ? refusal.flag()
                : ResponseFlag.NONE;
    }
}
