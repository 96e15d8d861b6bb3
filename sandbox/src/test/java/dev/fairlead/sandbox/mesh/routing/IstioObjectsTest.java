package dev.fairlead.sandbox.mesh.routing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.mesh.routing.Decision.Forward;

import static dev.fairlead.sandbox.mesh.routing.Sentences.SIDECAR;
import static dev.fairlead.sandbox.mesh.routing.Sentences.destination;
import static dev.fairlead.sandbox.mesh.routing.Sentences.get;
import static dev.fairlead.sandbox.mesh.routing.Sentences.route;
import static dev.fairlead.sandbox.mesh.routing.Sentences.table;
import static dev.fairlead.sandbox.mesh.routing.Sentences.virtualService;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IstioObjectsTest {

    @Test
    void every_kind_of_condition_is_read() {
        Map<String, Object> match =
                Map.of("uri", Map.of("prefix", "/API"), "ignoreUriCase", true, "method",
                        Map.of("exact", "POST"), "headers",
                        Map.of("Cookie", Map.of("regex", "^(.*?;)?(type=insider)(;.*)?$")),
                        "withoutHeaders", Map.of("x-internal", Map.of()), "queryParams",
                        Map.of("v", Map.of("exact", "2")),
                        "sourceLabels", Map.of("app", "client"));
        RoutingTable table =
                table(virtualService("backend", Map.of("hosts", List.of("backend"), "http",
                        List.of(route(match, destination("backend-canary", 100))))));
        Map<String, String> cookie = Map.of("cookie", "a=1;type=insider");

        assertThat(taken(table, new RequestHead("POST", "backend", "/api/x?v=2", cookie))).isTrue();
        assertThat(taken(table, new RequestHead("GET", "backend", "/api/x?v=2", cookie))).isFalse();
        assertThat(taken(table, new RequestHead("POST", "backend", "/api/x?v=1", cookie)))
                .isFalse();
        assertThat(taken(table, new RequestHead("POST", "backend", "/x?v=2", cookie))).isFalse();
        assertThat(taken(table, new RequestHead("POST", "backend", "/api/x?v=2", Map.of())))
                .isFalse();
        assertThat(taken(table, new RequestHead("POST", "backend", "/api/x?v=2",
                Map.of("cookie", "type=insider", "x-internal", "1")))).isFalse();
    }

    @Test
    void conditions_of_a_list_are_alternatives() {
        RoutingTable table = table(virtualService("backend",
                Map.of("hosts", List.of("backend"), "http",
                        List.of(Map.of("match",
                                List.of(Map.of("uri", Map.of("exact", "/a")),
                                        Map.of("uri", Map.of("exact", "/b"))),
                                "route", List.of(destination("backend-canary", 100)))))));

        assertThat(taken(table, new RequestHead("GET", "backend", "/b", Map.of()))).isTrue();
        assertThat(taken(table, new RequestHead("GET", "backend", "/c", Map.of()))).isFalse();
    }

    @Test
    void rewrite_timeout_retries_and_headers_are_read() {
        RoutingTable table = table(virtualService("backend",
                Map.of("hosts", List.of("backend"), "http",
                        List.of(Map.of("match", List.of(Map.of("uri", Map.of("prefix", "/api/"))),
                                "rewrite", Map.of("uri", "/", "authority", "inner"), "timeout",
                                "1.5s", "retries",
                                Map.of("attempts", 3, "perTryTimeout", "250ms", "retryOn",
                                        "5xx,reset"),
                                "headers",
                                Map.of("request", Map.of("set", Map.of("x-a", "1"))), "route",
                                List.of(destination("backend-canary", 100)))))));

        Forward forward = (Forward) table.decide(SIDECAR,
                new RequestHead("GET", "backend", "/api/users?q=1", Map.of()), new Random(1));

        assertThat(forward.path()).isEqualTo("/users?q=1");
        assertThat(forward.authority()).isEqualTo("inner");
        assertThat(forward.effects().timeout()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(forward.effects().retries())
                .isEqualTo(
                        new HttpRoute.Retries(3, Duration.ofMillis(250), List.of("5xx", "reset")));
        assertThat(forward.headers()).extracting(HeaderChange.Both::request)
                .contains(new HeaderChange(Map.of("x-a", "1"), Map.of(), List.of()));
    }

    @Test
    void a_cookie_set_on_a_destination_comes_back_with_its_answers_only() {
        Map<String, Object> canary =
                Map.of("destination", Map.of("host", "backend-canary"), "weight", 100, "headers",
                        Map.of("response", Map.of("add", Map.of("Set-Cookie", "c=1; Max-Age=10"))));
        RoutingTable table =
                table(virtualService("backend", Map.of("hosts", List.of("backend"), "http",
                        List.of(route(Map.of(), destination("backend-primary", 0), canary)))));

        Forward forward = (Forward) table.decide(SIDECAR, get("backend"), new Random(1));

        assertThat(forward.headers().getFirst().response().add()).containsEntry("Set-Cookie",
                "c=1; Max-Age=10");
    }

    @Test
    void a_mirror_gets_its_share() {
        RoutingTable table = table(virtualService("backend", Map.of("hosts", List.of("backend"),
                "http",
                List.of(Map.of("route", List.of(destination("backend-primary", 100)), "mirror",
                        Map.of("host", "backend-canary"), "mirrorPercentage",
                        Map.of("value", 25.0))))));
        var dice = new Random(7);

        long copies = 0;
        for (int i = 0; i < 10_000; i++) {
            copies += ((Forward) table.decide(SIDECAR, get("backend"), dice)).mirrors().size();
        }

        assertThat(copies).isBetween(2_300L, 2_700L);
    }

    @Test
    void a_destination_with_a_dot_must_be_the_full_name() {
        RoutingTable table =
                table(virtualService("backend", Map.of("hosts", List.of("backend"), "http",
                        List.of(route(Map.of(), destination("backend-primary.prod", 100))))));

        assertThat(table.decide(SIDECAR, get("backend"), new Random(1)))
                .isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void what_is_not_obeyed_is_named() {
        assertThat(
                IstioObjects.notObeyed(Map.of("hosts", List.of("backend"), "tls", List.of(), "http",
                        List.of(Map.of("fault", Map.of(), "route", List.of())))))
                .containsExactlyInAnyOrder("spec.tls", "spec.http[0].fault");
    }

    @Test
    void a_broken_duration_is_refused() {
        assertThatThrownBy(() -> IstioDurations.read("ten")).hasMessageContaining("but got 'ten'");
    }

    private static boolean taken(RoutingTable table, RequestHead request) {
        return table.decide(SIDECAR, request, new Random(1)) instanceof Forward;
    }
}
