package dev.fairlead.sandbox.mesh.routing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.mesh.routing.EndpointTable.Backends;
import dev.fairlead.sandbox.mesh.routing.EndpointTable.Chosen;
import dev.fairlead.sandbox.mesh.routing.EndpointTable.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointTableTest {

    private static final ServiceName BACKEND = new ServiceName("prod", "backend");
    private static final ServiceSpec SERVICE = new ServiceSpec(BACKEND, Map.of("app", "backend"),
            List.of(new ServiceSpec.Port(80, "http", 0)));

    @Test
    void only_ready_pods_that_the_selector_names_are_endpoints() {
        EndpointTable table = table(pod("a", true, "backend"), pod("b", false, "backend"),
                pod("c", true, "other"));

        assertThat(chosen(table, target(Map.of()))).containsExactly("a");
    }

    @Test
    void all_endpoints_get_their_turn() {
        EndpointTable table = table(pod("a", true, "backend"), pod("b", true, "backend"),
                pod("c", true, "backend"));

        assertThat(chosen(table, target(Map.of()))).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void a_port_leads_to_the_container_port_of_its_name() {
        assertThat(table(pod("a", true, "backend")).choose(target(Map.of()), 80, new Random(1)))
                .isInstanceOfSatisfying(Chosen.class,
                        one -> assertThat(one.endpoint().port()).isEqualTo(9898));
    }

    @Test
    void no_ready_pod_is_no_healthy_upstream() {
        assertThat(flag(table(pod("a", false, "backend")), target(Map.of())))
                .isEqualTo(ResponseFlag.NO_HEALTHY_UPSTREAM);
    }

    @Test
    void a_routed_service_that_is_missing_is_no_cluster_and_a_plain_one_no_route() {
        assertThat(flag(EndpointTable.EMPTY, target(Map.of())))
                .isEqualTo(ResponseFlag.NO_CLUSTER_FOUND);
        assertThat(flag(EndpointTable.EMPTY, new Decision.Target(BACKEND, 0, Map.of(), false)))
                .isEqualTo(ResponseFlag.NO_ROUTE_FOUND);
    }

    @Test
    void a_subset_takes_only_pods_with_its_labels() {
        EndpointTable table = table(pod("a", true, "backend"), pod("b", true, "backend"));

        assertThat(chosen(table, target(Map.of("pod", "b")))).containsExactly("b");
    }

    private static Set<String> chosen(EndpointTable table, Decision.Target target) {
        var dice = new Random(3);
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            if (table.choose(target, 80, dice) instanceof Chosen(Endpoint endpoint)) {
                chosen.add(endpoint.pod());
            }
        }
        return chosen;
    }

    private static ResponseFlag flag(EndpointTable table, Decision.Target target) {
        return table.choose(target, 80,
                new Random(1)) instanceof Unavailable(Decision.Refuse refusal)
                        ? refusal.flag()
                        : ResponseFlag.NONE;
    }

    private static Decision.Target target(Map<String, String> subset) {
        return new Decision.Target(BACKEND, 0, subset, true);
    }

    private static EndpointTable table(PodSpot... pods) {
        return new EndpointTable(Map.of(BACKEND, Backends.of(SERVICE, List.of(pods))));
    }

    private static PodSpot pod(String name, boolean ready, String app) {
        return new PodSpot("prod", name, "backend", Map.of("app", app, "pod", name), "127.1.1.1",
                ready,
                Map.of("http", 9898));
    }
}
