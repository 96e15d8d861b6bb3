package dev.fairlead.router.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpApiServerIT {

    private static final ObjectRef ROUTE = new ObjectRef(Kind.VIRTUAL_SERVICE, "test", "podinfo");

    private static final ObjectRef SECRET = new ObjectRef(Kind.SECRET, "test", "sec");

    private final AtomicInteger calls = new AtomicInteger();

    private final AtomicReference<String> seen = new AtomicReference<>("");

    private final CountDownLatch ended = new CountDownLatch(1);

    private HttpServer server;

    private KubernetesClient client;

    private HttpApiServer api;

    private int code = 200;

    private String body = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .withRequestRetryBackoffLimit(0)
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
        api = new HttpApiServer("eu-1", client, new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        ended.countDown();
        client.close();
        server.stop(0);
    }

    @Test
    void numbers_and_unknown_fields_come_as_they_are_and_managed_fields_do_not() {
        body = """
                {"metadata": {"managedFields": [{"a": 1}], "x": null},
                 "spec": {"a": 100.0, "b": 100, "c": [], "d": {"e": 0.1}}}""";
        Fields found = api.get(ROUTE, soon()).body();
        assertThat(found.at("spec", "a")).hasValueSatisfying(
                number -> assertThat(number).hasToString("100.0"));
        assertThat(found.at("spec", "b")).contains(100);
        assertThat(found.at("spec", "c")).contains(List.of());
        assertThat(found.has("metadata", "managedFields")).isFalse();
    }

    @Test
    void a_patch_says_what_it_is_and_who_makes_it() {
        api.patch(ROUTE, List.of(Map.of("op", "add", "path", "/a", "value", 1)), true, soon());
        assertThat(seen.get()).isEqualTo("PATCH /apis/networking.istio.io/v1beta1/namespaces/test/"
                + "virtualservices/podinfo/status?fieldManager=fairlead "
                + "application/json-patch+json");
    }

    @Test
    void an_object_of_the_core_group_has_another_path() {
        api.create(SECRET, SECRET.head(), soon());
        assertThat(seen.get()).isEqualTo(
                "POST /api/v1/namespaces/test/secrets?fieldManager=fairlead application/json");
    }

    @Test
    void nothing_is_tried_again_unseen() {
        assertThat(reasonOf(429)).isEqualTo(Reason.THROTTLED);
        assertThat(reasonOf(503)).isEqualTo(Reason.UNREACHABLE);
        assertThat(calls).hasValue(2);
    }

    @Test
    void refusals_have_their_reasons() {
        assertThat(reasonOf(401)).isEqualTo(Reason.FORBIDDEN);
        assertThat(reasonOf(403)).isEqualTo(Reason.FORBIDDEN);
        assertThat(reasonOf(404)).isEqualTo(Reason.MISSING);
        assertThat(reasonOf(409)).isEqualTo(Reason.CONFLICT);
        assertThat(reasonOf(413)).isEqualTo(Reason.INVALID);
        assertThat(reasonOf(422)).isEqualTo(Reason.INVALID);
    }

    @Test
    void a_namespace_that_goes_is_told_from_rights_that_lack() {
        code = 403;
        body = """
                {"message": "it is being terminated", "reason": "Forbidden", "details": {"causes":
                [{"reason": "NamespaceTerminating", "message": "namespace test is being terminated",
                "field": "metadata.namespace"}]}}""";
        Obstacle obstacle = api.get(ROUTE, soon()).obstacle(ROUTE);
        assertThat(obstacle.reason()).isEqualTo(Reason.NAMESPACE_TERMINATING);
        assertThat(obstacle.getMessage())
                .isEqualTo("HTTP 403: NamespaceTerminating: it is being terminated");
    }

    @Test
    void a_failed_test_is_told_from_bad_content() {
        code = 422;
        assertThat(api.get(ROUTE, soon()).isOtherVersion()).isTrue();
        body = "{\"details\": {\"causes\": [{\"field\": \"spec\"}]}}";
        assertThat(api.get(ROUTE, soon()).isOtherVersion()).isFalse();
    }

    @Test
    void a_refused_secret_is_not_described() {
        code = 422;
        body = "{\"reason\": \"Invalid\", \"message\": \"s3cr3t is no number\"}";
        assertThat(api.get(SECRET, soon()).obstacle(SECRET)).hasMessage("HTTP 422: Invalid");
    }

    @Test
    void what_is_no_json_is_an_answer_all_the_same() {
        code = 502;
        body = "<html>bad gateway</html>";
        assertThat(reasonOf(502)).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void a_server_that_hangs_costs_no_more_than_the_attempt() {
        code = 0;
        long before = System.nanoTime();
        assertThatThrownBy(() -> api.get(ROUTE, Attempt.within(Duration.ofMillis(500))))
                .isInstanceOfSatisfying(Obstacle.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void a_server_that_is_away_is_unreachable() {
        server.stop(0);
        assertThatThrownBy(() -> api.get(ROUTE, soon())).isInstanceOfSatisfying(Obstacle.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    private Reason reasonOf(int status) {
        code = status;
        return api.get(ROUTE, soon()).obstacle(ROUTE).reason();
    }

    private static Attempt soon() {
        return Attempt.within(Duration.ofSeconds(10));
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        seen.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Content-Type"));
        if (code == 0) {
            hang();
            return;
        }
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void hang() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
