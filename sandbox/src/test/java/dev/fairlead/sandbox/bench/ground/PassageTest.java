package dev.fairlead.sandbox.bench.ground;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;

class PassageTest {

    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final String STALE = ready(1, 2);
    private static final String READY = ready(2, 2);

    private final List<ApiCall> calls = new ArrayList<>();

    @Test
    void the_time_of_the_cluster_lies_between_the_scale_and_the_status_of_the_new_pods() {
        call(0, BenchWorld.AGENT, "deployments", "");
        call(20, "fairlead-router", "deployments", "");
        call(50, "kube-controller-manager", "deployments/status", STALE);
        call(120, "kube-controller-manager", "deployments/status", READY);
        call(130, "fairlead-router", "virtualservices", route(0));
        call(150, "fairlead-router", "virtualservices", route(5));
        assertThat(Passage.find(calls, "app", "fairlead-router")).hasValueSatisfying(it -> {
            assertThat(it.total()).isEqualTo(Duration.ofMillis(150));
            assertThat(it.waited()).isEqualTo(Duration.ofMillis(100));
            assertThat(it.net()).isEqualTo(Duration.ofMillis(50));
        });
    }

    @Test
    void it_is_not_complete_before_the_first_weight() {
        call(0, BenchWorld.AGENT, "deployments", "");
        call(20, "fairlead-router", "deployments", "");
        call(120, "kube-controller-manager", "deployments/status", READY);
        call(130, "fairlead-router", "virtualservices", route(0));
        assertThat(Passage.find(calls, "app", "fairlead-router")).isEmpty();
    }

    private void call(long millis, String agent, String resource, String body) {
        Instant at = START.plusMillis(millis);
        JsonNode object = body.isEmpty()
                ? MissingNode.getInstance()
                : JsonMapper.shared().readTree(body);
        calls.add(new ApiCall(at, at, agent, "patch", resource, "bench", "app", 200, object));
    }

    private static String ready(long observed, long generation) {
        return """
                {"metadata":{"generation":%d},"status":{"observedGeneration":%d,"replicas":1,
                 "updatedReplicas":1,"availableReplicas":1}}
                """.formatted(generation, observed);
    }

    private static String route(int weight) {
        return """
                {"spec":{"http":[{"route":[
                 {"destination":{"host":"app-primary"},"weight":%d},
                 {"destination":{"host":"app-canary"},"weight":%d}]}]}}
                """.formatted(100 - weight, weight);
    }
}
