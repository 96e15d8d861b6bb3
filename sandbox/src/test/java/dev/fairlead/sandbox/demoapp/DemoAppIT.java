package dev.fairlead.sandbox.demoapp;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.child.FreePorts;
import dev.fairlead.sandbox.mesh.Started;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class DemoAppIT {

    private static final String ADDRESS = "127.77.0.1";
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final int port = FreePorts.next();

    @AfterEach
    void end() {
        Started.within(vertx.close());
    }

    @Test
    void an_answer_says_who_gave_it_and_what_was_seen() {
        started("1.2.0", Map.of());

        // the body is asked for where the answer comes in; asked for later, it may be gone
        var whole = Started.within(get("/hello?a=1")
                .compose(answer -> answer.body().map(text -> Map.entry(answer, text))));
        HttpClientResponse answer = whole.getKey();
        JsonObject body = new JsonObject(whole.getValue());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.getHeader(DemoApp.VERSION_HEADER)).isEqualTo("1.2.0");
        assertThat(body.getString("pod")).isEqualTo("backend-1");
        assertThat(body.getString("path")).isEqualTo("/hello?a=1");
        assertThat(body.getJsonObject("headers").getString("x-seen")).isEqualTo("yes");
    }

    @Test
    void errors_are_its_own_and_come_at_the_asked_share() {
        started("2.0.0", Map.of("FAIL_RATE", "1", "FAIL_STATUS", "502"));

        HttpClientResponse answer = Started.within(get("/"));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.getHeader(DemoApp.POD_HEADER)).isEqualTo("backend-1");
    }

    @Test
    void readiness_is_told_at_once_and_at_each_change() {
        DemoApp app = started("1.0.0", Map.of());
        List<Boolean> told = new CopyOnWriteArrayList<>();
        app.onReadiness(told::add);
        app.behave(app.behaviour().everReady(false));

        assertThat(told).containsExactly(true, false);
        assertThat(Started.within(get("/readyz")).statusCode()).isEqualTo(503);
        assertThat(Started.within(get("/healthz")).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_in_flight_is_answered_before_the_port_closes() {
        DemoApp app = started("1.0.0", Map.of("LATENCY_MS", "400"));
        Future<HttpClientResponse> slow = get("/");
        await().atMost(A_WHILE).until(() -> app.inFlight() == 1);

        Future<Void> stopped = app.stop();

        assertThat(app.ready()).isFalse();
        assertThat(Started.within(slow).statusCode()).isEqualTo(200);
        Started.within(stopped);
        assertThatThrownBy(() -> Started.within(get("/")))
                .hasRootCauseInstanceOf(ConnectException.class);
    }

    @Test
    void nothing_new_is_taken_while_the_last_answers_go_out() {
        DemoApp app = started("1.0.0", Map.of("LATENCY_MS", "600"));
        Future<HttpClientResponse> slow = get("/");
        await().atMost(A_WHILE).until(() -> app.inFlight() == 1);
        app.stop();
        await().atMost(A_WHILE).until(app::closed);

        assertThatThrownBy(() -> Started.within(get("/")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Started.within(slow).statusCode()).isEqualTo(200);
    }

    @Test
    void a_client_that_hangs_up_leaves_nothing_in_flight() {
        DemoApp app = started("1.0.0", Map.of("LATENCY_MS", "30000"));
        var hasty = vertx.createHttpClient();
        hasty.request(HttpMethod.GET, port, ADDRESS, "/").compose(request -> request.send());
        await().atMost(A_WHILE).until(() -> app.inFlight() == 1);

        Started.within(hasty.close());

        await().atMost(A_WHILE).until(() -> app.inFlight() == 0);
    }

    @Test
    void an_address_that_somebody_else_has_is_an_error() throws IOException {
        try (var other = new ServerSocket(port, 1, InetAddress.getByName(ADDRESS))) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(() -> started("1.0.1", Map.of()))
                    .hasRootCauseInstanceOf(BindException.class);
        }
    }

    private DemoApp started(String version, Map<String, String> environment) {
        var app = new DemoApp(vertx, new PodIdentity("prod", "backend-1", "backend", version),
                Behaviours.of("backend:" + version, environment));
        Started.within(app.start(ADDRESS, List.of(port)));
        return app;
    }

    private Future<HttpClientResponse> get(String path) {
        return client.request(HttpMethod.GET, port, ADDRESS, path)
                .compose(request -> request.putHeader("x-seen", "yes").send());
    }
}
