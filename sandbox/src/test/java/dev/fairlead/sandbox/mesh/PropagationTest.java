package dev.fairlead.sandbox.mesh;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.mesh.routing.Caller;
import dev.fairlead.sandbox.mesh.routing.IstioObjects;
import dev.fairlead.sandbox.mesh.routing.PodSpot;
import dev.fairlead.sandbox.mesh.routing.ServiceName;
import dev.fairlead.sandbox.mesh.routing.ServiceSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PropagationTest {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final MeshInventory inventory = new MeshInventory();
    private final Propagation propagation = new Propagation(vertx,
            MeshSettings.delayed(Duration.ofMillis(20), Duration.ofMillis(40)), inventory);

    @AfterEach
    void close() {
        Started.within(vertx.close());
    }

    @Test
    void routes_bring_the_endpoints_of_their_moment_along() {
        MeshProxy proxy = proxy();
        inventory.put(new ServiceSpec(new ServiceName("prod", "backend-canary"),
                Map.of("app", "backend"), List.of(new ServiceSpec.Port(80, "", 9898))));
        inventory.put(new PodSpot("prod", "backend-1", "backend", Map.of("app", "backend"),
                "127.1.0.9", true, Map.of()));
        inventory.put(IstioObjects.virtualService("prod", "backend", "2026-01-01T00:00:00Z",
                Map.of("hosts", List.of("backend"), "http", List.of(Map.of("route", List.of(
                        Map.of("destination", Map.of("host", "backend-canary"))))))));
        assertThat(proxy.endpoints("prod", "backend-canary")).isZero();

        propagation.routesChanged();

        await().atMost(A_WHILE).until(() -> !proxy.weights("backend").isEmpty());
        assertThat(proxy.endpoints("prod", "backend-canary")).isEqualTo(1);
    }

    private MeshProxy proxy() {
        Caller caller = Caller.sidecar("prod", "client");
        var proxy = new MeshProxy("client-1", caller, new Upstream(vertx, MeshSettings.prompt()),
                new ProxyTelemetry(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        "client-1", caller),
                Duration.ofSeconds(1));
        propagation.join(proxy);
        return proxy;
    }
}
