package dev.fairlead.sandbox.scene;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.demoapp.Behaviour;
import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadPlan;
import dev.fairlead.sandbox.mesh.Cluster;
import dev.fairlead.sandbox.mesh.MeshSettings;
import dev.fairlead.sandbox.world.PrometheusQuery;
import dev.fairlead.sandbox.world.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What Prometheus says about the traffic of a whole scene, in the words of the built-in queries. */
class SceneIT {

    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final String SUCCESS_RATE = """
            sum(rate(istio_requests_total{reporter="destination",destination_workload_namespace="prod",\
            destination_workload=~"%1$s",response_code!~"5.*"}[2s])) / \
            sum(rate(istio_requests_total{reporter="destination",destination_workload_namespace="prod",\
            destination_workload=~"%1$s"}[2s])) * 100""";
    private static final String P99 = """
            histogram_quantile(0.99, sum(rate(istio_request_duration_milliseconds_bucket{reporter="destination",\
            destination_workload_namespace="prod",destination_workload=~"%s"}[2s])) by (le))""";

    private static Scene scene;
    private static PrometheusQuery prometheus;

    @BeforeAll
    static void open() {
        scene = Scene.open(World.plan(), Duration.ofMillis(250), MeshSettings.prompt());
        prometheus = new PrometheusQuery(scene.world().prometheus().address());
        scene.world().controlPlane().namespace("prod");
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @Test
    void the_success_rate_follows_what_pods_answer() {
        try (LoadGenerator load = served("healthy", "1.0.0")) {
            awaitValue(SUCCESS_RATE, "healthy", 100, 100);
            scene.pods()
                    .findVersion("prod", "1.0.0")
                    .forEach(app -> app.behave(half(app.behaviour())));
            awaitValue(SUCCESS_RATE, "healthy", 30, 70);
            assertThat(load.lost()).isEmpty();
        }
    }

    @Test
    void the_duration_follows_what_pods_take() {
        try (LoadGenerator load = served("slow", "2.0.0-slow")) {
            awaitValue(P99, "slow", 500, 1_000);
            assertThat(load.tally().errors()).isZero();
        }
    }

    @Test
    void a_workload_that_was_never_asked_has_no_value() throws Exception {
        deploy("unasked", "1.0.0");

        assertThat(prometheus.value(SUCCESS_RATE.formatted("unasked"))).isEmpty();
    }

    @Test
    void a_conformance_test_goes_through_the_mesh() throws Exception {
        deploy("open", "1.2.3");

        HttpResponse<String> answer = post(scene.hooks().url("/conformance-test"),
                "{\"metadata\":{\"host\":\"open.prod\"}}");

        assertThat(answer.body()).isEqualTo("50 requests to open.prod went well");
    }

    private static HttpResponse<String> post(String url, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Behaviour half(Behaviour before) {
        return new Behaviour(0.5, before.failStatus(), before.latency(), before.latencyRate(),
                before.ready(),
                before.startDelay(), before.lameDuck());
    }

    private static LoadGenerator served(String name, String tag) {
        deploy(name, tag);
        return scene.load("prod", "client-of-" + name,
                LoadPlan.steady(name, 100, Duration.ofMinutes(2)));
    }

    private static void deploy(String name, String tag) {
        Cluster cluster = new Cluster(scene.world().client(), "prod");
        cluster.service(name, name);
        cluster.deployment(name, tag, 1, Map.of());
        await().atMost(A_WHILE).until(() -> scene.inside().proxy().endpoints("prod", name) == 1);
    }

    private static void awaitValue(String query, String workload, double least, double most) {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(prometheus.value(query.formatted(workload)))
                        .isNotEmpty()
                        .satisfies(text -> assertThat(Double.parseDouble(text)).isBetween(least,
                                most)));
    }
}
