package dev.fairlead.sandbox.mesh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.demoapp.DemoPods;
import dev.fairlead.sandbox.ingress.Ingress;
import dev.fairlead.sandbox.load.HttpLoadTarget;
import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadPlan;
import dev.fairlead.sandbox.load.LoadTally;
import dev.fairlead.sandbox.load.LoadTarget;
import dev.fairlead.sandbox.load.LostRequest;
import dev.fairlead.sandbox.world.SharedWorld;
import dev.fairlead.sandbox.world.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** The data plane on a real API server, with real traffic. */
class MeshIT {

    private static final Duration A_WHILE = Duration.ofSeconds(45);
    private static final Vertx VERTX = Vertx.vertx();
    private static final DemoPods PODS = new DemoPods(VERTX);
    private static World world;
    private static DataPlane mesh;

    private String namespace;
    private Cluster cluster;

    @BeforeAll
    static void start() {
        world = SharedWorld.get();
        mesh = DataPlane.start(world.client(), VERTX, MeshSettings.lifelike());
    }

    @AfterAll
    static void end() {
        mesh.close();
    }

    @BeforeEach
    void deploy() {
        namespace = SharedWorld.namespace(PODS);
        cluster = new Cluster(world.client(), namespace);
        cluster.deployment("backend-primary", "1.0.0", 2, Map.of());
        cluster.deployment("backend", "1.1.0", 2, Map.of());
        cluster.service("backend", "backend-primary");
        cluster.service("backend-primary", "backend-primary");
        cluster.service("backend-canary", "backend");
    }

    @Test
    void weights_are_what_users_get() {
        cluster.weights("backend", 95, 5);
        MeshProxy proxy = client();
        awaitWeight(proxy, 5);

        LoadTally tally = answersOf(proxy, 4_000);

        assertThat(tally.share("1.1.0")).isCloseTo(0.05, within(0.015));
        assertThat(tally.lost()).isZero();
    }

    @Test
    void a_header_chooses_the_canary() {
        cluster.routes("backend", List.of("mesh"), List.of(
                Map.of("match",
                        List.of(Map.of("headers", Map.of("x-canary", Map.of("exact", "insider")))),
                        "route",
                        List.of(Cluster.destination("backend-canary", 100))),
                Map.of("route", List.of(Cluster.destination("backend-primary", 100)))));
        MeshProxy proxy = client();
        await().atMost(A_WHILE)
                .until(() -> proxy.weights("backend").size() == 1 && bothServed(proxy));

        MeshRequest plain = MeshRequest.get("backend", "/");
        assertThat(versions(proxy, plain)).containsOnlyKeys("1.0.0");
        assertThat(versions(proxy, plain.with("x-canary", "insider"))).containsOnlyKeys("1.1.0");
    }

    @Test
    void each_proxy_obeys_at_its_own_moment_within_a_second() {
        cluster.weights("backend", 100, 0);
        List<MeshProxy> proxies = IntStream.range(0, 8).mapToObj(_ -> client()).toList();
        proxies.forEach(proxy -> awaitWeight(proxy, 0));

        long written = System.nanoTime();
        cluster.weights("backend", 60, 40);
        List<Long> moments = proxies.stream().map(_ -> 0L).collect(Collectors.toList());
        await().atMost(A_WHILE).pollInterval(1, TimeUnit.MILLISECONDS).until(() -> {
            long millis = Duration.ofNanos(System.nanoTime() - written).toMillis();
            for (int i = 0; i < proxies.size(); i++) {
                if (moments.get(i) == 0 && canaryWeight(proxies.get(i)) == 40) {
                    moments.set(i, millis);
                }
            }
            return moments.stream().allMatch(moment -> moment > 0);
        });

        // a second, and what a busy machine adds
        assertThat(moments).allSatisfy(moment -> assertThat(moment).isBetween(90L, 3_000L));
        assertThat(moments.stream().distinct().count()).isGreaterThan(3);
    }

    @Test
    void pods_that_go_after_their_traffic_lose_nothing() {
        cluster.weights("backend", 50, 50);
        MeshProxy proxy = client();
        awaitWeight(proxy, 50);
        try (LoadGenerator load = steady(LoadTarget.through(proxy), "backend")) {
            awaitAnswers(load, "1.1.0", 50);
            cluster.weights("backend", 100, 0);
            awaitWeight(proxy, 0);
            cluster.scale("backend", 0);
            await().atMost(A_WHILE).until(() -> podsOf("backend") == 0);

            assertThat(load.lost()).isEmpty();
        }
    }

    @Test
    void pods_that_go_before_their_traffic_lose_requests() {
        cluster.weights("backend", 50, 50);
        MeshProxy proxy = client();
        awaitWeight(proxy, 50);
        try (LoadGenerator load = steady(LoadTarget.through(proxy), "backend")) {
            awaitAnswers(load, "1.1.0", 50);
            cluster.scale("backend", 0);
            await().atMost(A_WHILE).until(() -> load.lost().size() > 10);

            assertThat(load.lost()).extracting(LostRequest::reason).contains("UH");
            assertThat(load.lost()).extracting(LostRequest::status).containsOnly(503);
        }
    }

    @Test
    void a_rolling_update_loses_nothing() {
        MeshProxy proxy = client();
        await().atMost(A_WHILE).until(() -> proxy.endpoints(namespace, "backend") == 2);
        try (LoadGenerator load = steady(LoadTarget.through(proxy), "backend")) {
            awaitAnswers(load, "1.0.0", 50);
            cluster.deployment("backend-primary", "1.0.1", 2, Map.of());
            awaitAnswers(load, "1.0.1", 200);
            await().atMost(A_WHILE).until(() -> podsOf("backend-primary") == 2);

            assertThat(load.lost()).isEmpty();
        }
    }

    @Test
    void what_happened_is_measured_as_istio_measures_it() {
        cluster.deployment("backend", "2.0.0-errors", 1, Map.of("FAIL_RATE", "1"));
        cluster.weights("backend", 0, 100);
        MeshProxy proxy = client();
        awaitWeight(proxy, 100);
        await().atMost(A_WHILE)
                .until(() -> versions(proxy, MeshRequest.get("backend", "/"))
                        .keySet()
                        .equals(Set.of("2.0.0-errors")));

        String line = mesh.metrics()
                .lines()
                .filter(one -> one.startsWith("istio_requests_total")
                        && one.contains("reporter=\"destination\"")
                        && one.contains("destination_workload=\"backend\"")
                        && one.contains("destination_workload_namespace=\"" + namespace + "\"")
                        && one.contains("response_code=\"500\""))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(line.substring(line.lastIndexOf(' ')))).isPositive();
        assertThat(mesh.metrics()).contains("istio_request_duration_milliseconds_bucket{");
    }

    @Test
    void pods_that_never_get_ready_get_no_traffic() {
        cluster.deployment("never", "2.0.0-never-ready", 1, Map.of());
        cluster.service("never", "never");
        MeshProxy proxy = client();
        await().atMost(A_WHILE)
                .until(() -> world.client()
                        .pods()
                        .inNamespace(namespace)
                        .withLabel("app", "never")
                        .list()
                        .getItems()
                        .stream()
                        .anyMatch(pod -> "Running".equals(pod.getStatus().getPhase())));

        // longer than the slowest proxy takes to learn
        await().during(Duration.ofMillis(1_500))
                .atMost(A_WHILE)
                .until(() -> proxy.endpoints(namespace, "never") == 0);
        assertThat(flags(proxy, MeshRequest.get("never", "/"))).containsOnly("UH");
    }

    @Test
    void the_ingress_routes_by_host() {
        String host = namespace + ".example.com";
        cluster.routes(host, List.of("istio-system/public-gateway"),
                List.of(Map.of("route", List.of(Cluster.destination("backend-primary", 100)))));
        MeshProxy gateway = mesh.gateway("ingress");
        await().atMost(A_WHILE).until(() -> !gateway.weights(host).isEmpty());

        try (Ingress ingress = Ingress.open(VERTX, gateway, 0);
                HttpLoadTarget target = new HttpLoadTarget(VERTX, ingress.port())) {
            assertThat(
                    Started.within(target.send(MeshRequest.get(host, "/hello"))).body().toString())
                    .contains("\"version\":\"1.0.0\"", "\"path\":\"/hello\"");
            assertThat(
                    Started.within(target.send(MeshRequest.get("other.example.com", "/"))).status())
                    .isEqualTo(404);
        }
    }

    private MeshProxy client() {
        return mesh.sidecar(namespace, "client");
    }

    private static LoadTally answersOf(MeshProxy proxy, long count) {
        LoadPlan plan = LoadPlan.steady("backend", 1_000, Duration.ofMinutes(1));
        try (LoadGenerator load = LoadGenerator.start(VERTX, LoadTarget.through(proxy), plan)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> load.tally().answered() >= count);
            return load.tally();
        }
    }

    private static LoadGenerator steady(LoadTarget target, String host) {
        return LoadGenerator.start(VERTX, target,
                LoadPlan.steady(host, 200, Duration.ofMinutes(2)));
    }

    private void awaitAnswers(LoadGenerator load, String version, long count) {
        await().atMost(A_WHILE)
                .until(() -> load.tally().versions().getOrDefault(version, 0L) >= count);
    }

    private void awaitWeight(MeshProxy proxy, int canary) {
        await().atMost(A_WHILE).until(() -> canaryWeight(proxy) == canary && bothServed(proxy));
    }

    /** Both sides have pods, and the proxy knows them. */
    private boolean bothServed(MeshProxy proxy) {
        return proxy.endpoints(namespace, "backend-primary") == 2
                && proxy.endpoints(namespace, "backend-canary") > 0;
    }

    private int canaryWeight(MeshProxy proxy) {
        return proxy.weights("backend")
                .getOrDefault("backend-canary." + namespace + ".svc.cluster.local", -1);
    }

    private int podsOf(String app) {
        return world.client()
                .pods()
                .inNamespace(namespace)
                .withLabel("app", app)
                .list()
                .getItems()
                .size();
    }

    private static Map<String, Long> versions(MeshProxy proxy, MeshRequest request) {
        LoadTally tally = Started.within(LoadGenerator.start(VERTX, LoadTarget.through(proxy),
                LoadPlan.of(request, 200, Duration.ofMillis(500))).finished());
        assertThat(tally.lost()).isZero();
        return tally.versions();
    }

    private static List<String> flags(MeshProxy proxy, MeshRequest request) {
        List<String> flags = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            flags.add(Started.within(proxy.send(request)).flag().code());
        }
        return flags;
    }
}
