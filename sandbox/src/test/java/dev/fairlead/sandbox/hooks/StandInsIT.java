package dev.fairlead.sandbox.hooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.load.LoadTarget;
import dev.fairlead.sandbox.mesh.MeshResponse;
import dev.fairlead.sandbox.mesh.Started;
import dev.fairlead.sandbox.mesh.routing.ResponseFlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class StandInsIT {

    private static final String PAYLOAD =
            "{\"name\":\"backend\",\"namespace\":\"prod\",\"phase\":\"Progressing\",\"checksum\":\"c\"}";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger status = new AtomicInteger(200);
    private final LoadTarget target = _ -> {
        served.incrementAndGet();
        return Future
                .succeededFuture(new MeshResponse(status.get(), MultiMap.caseInsensitiveMultiMap(),
                        Buffer.buffer(), ResponseFlag.NONE));
    };
    private final HookReceiver hooks = new HookReceiver(vertx, target);
    private final SlackStandIn slack = new SlackStandIn(vertx);

    @AfterEach
    void end() {
        hooks.close();
        slack.close();
        Started.within(vertx.close());
    }

    @Test
    void the_path_says_how_a_hook_is_answered() throws Exception {
        assertThat(post("/approve", PAYLOAD).statusCode()).isEqualTo(200);
        assertThat(post("/deny", PAYLOAD).statusCode()).isEqualTo(403);
        assertThat(post("/status/418", PAYLOAD).statusCode()).isEqualTo(418);
        assertThat(hooks.payloads("/approve").getFirst().getString("phase"))
                .isEqualTo("Progressing");
    }

    @Test
    void a_gate_is_closed_until_it_is_opened_for_its_canary() throws Exception {
        assertThat(post("/gate/check", PAYLOAD).statusCode()).isEqualTo(403);
        assertThat(post("/gate/open", PAYLOAD).statusCode()).isEqualTo(202);
        assertThat(post("/gate/check", PAYLOAD).body()).isEqualTo("Approved");
        assertThat(post("/gate/check", PAYLOAD.replace("backend", "other")).statusCode())
                .isEqualTo(403);
        assertThat(post("/rollback/check", PAYLOAD).statusCode()).isEqualTo(403);
    }

    @Test
    void a_hanging_hook_is_recorded_and_not_answered() {
        assertThatThrownBy(() -> post("/hang", PAYLOAD)).isInstanceOf(HttpTimeoutException.class);
        assertThat(hooks.received("/hang")).hasSize(1);
    }

    @Test
    void what_it_was_told_comes_before_the_path() throws Exception {
        hooks.answerNext("/approve", 1, Answer.status(500));

        assertThat(post("/approve", PAYLOAD).statusCode()).isEqualTo(500);
        assertThat(post("/approve", PAYLOAD).statusCode()).isEqualTo(200);
    }

    @Test
    void a_conformance_test_sends_requests_and_judges_them() throws Exception {
        assertThat(post("/conformance-test", PAYLOAD).body())
                .contains("50 requests to backend-canary.prod");
        status.set(503);
        assertThat(post("/conformance-test", PAYLOAD).statusCode()).isEqualTo(500);
        assertThat(served.get()).isEqualTo(100);
    }

    @Test
    void a_load_test_runs_once_however_often_it_is_asked_for() throws Exception {
        String load = PAYLOAD.replace("}",
                ",\"metadata\":{\"cmd\":\"hey -z 1s -q 10 -c 2 http://backend-canary.prod/\"}}");

        assertThat(post("/", load).statusCode()).isEqualTo(202);
        assertThat(post("/", load).statusCode()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(30)).until(() -> served.get() >= 15);
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(30))
                .until(() -> served.get() <= 21);
    }

    @Test
    void a_command_that_is_not_understood_is_refused() throws Exception {
        HttpResponse<String> answer = post("/", "{\"metadata\":{\"cmd\":\"rm -r x\"}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("rm -r x");
    }

    @Test
    void slack_takes_messages_and_refuses_what_it_cannot_read() throws Exception {
        assertThat(send(slack.url(), "{\"text\":\"hello\"}").body()).isEqualTo("ok");
        assertThat(send(slack.url(), "{}").body()).isEqualTo("no_text");
        assertThat(send(slack.url(), "hello").body()).isEqualTo("invalid_payload");
        assertThat(slack.headlines()).containsExactly("hello");
    }

    @Test
    void slack_can_be_told_to_limit_the_rate() throws Exception {
        slack.answerNext(1, new Answer.TooMany(3));

        HttpResponse<String> limited = send(slack.url(), "{\"text\":\"hello\"}");

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("3");
        assertThat(send(slack.url(), "{\"text\":\"hello\"}").statusCode()).isEqualTo(200);
        assertThat(slack.messages()).hasSize(1);
    }

    private HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        return send(hooks.url(path), body);
    }

    private static HttpResponse<String> send(String url, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(2))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
