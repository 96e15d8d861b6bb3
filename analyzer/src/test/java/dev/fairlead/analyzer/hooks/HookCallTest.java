package dev.fairlead.analyzer.hooks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.analyzer.Orders;
import dev.fairlead.analyzer.exchange.NoReply;
import dev.fairlead.analyzer.exchange.Reply;
import dev.fairlead.analyzer.exchange.ScriptedExchanges;
import dev.fairlead.clusters.secrets.References;
import dev.fairlead.events.Address;
import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HookCallTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String URL = "http://tester/gate";
    private static final References SECRETS = new References() {
        @Override
        public Object value(String cluster, String reference) {
            return "http://user:s3cret@tester/gate?token=s3cret";
        }

        @Override
        public Map<String, String> secret(String cluster, String place) {
            return Map.of();
        }
    };

    private final ScriptedExchanges tester = new ScriptedExchanges();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void the_payload_is_the_one_flagger_sends_byte_for_byte() {
        tester.answers(reply(200, ""));
        assertThat(called(HookType.ROLLOUT, 0)).isEqualTo(
                new HookAnswer("gate", true, "", 1, Duration.ZERO));
        assertThat(tester.asked().getFirst().body()).isEqualTo(
                "{\"name\":\"shop\",\"namespace\":\"prod\",\"phase\":\"Progressing\","
                        + "\"checksum\":\"56966965f5\",\"metadata\":"
                        + "{\"cmd\":\"test \\u003ca\\u003e \\u0026 b\"}}");
        assertThat(tester.asked().getFirst().headers())
                .containsEntry("Content-Type", List.of("application/json"))
                .containsEntry("fairlead-order-id", List.of("target/eu-1/prod/shop@7/0"));
    }

    @Test
    void a_refusal_is_quoted_and_not_repeated() {
        tester.answers(reply(403, "not today\n"));
        assertThat(called(HookType.CONFIRM_ROLLOUT, 3).error()).isEqualTo("not today");
        assertThat(tester.asked()).hasSize(1);
    }

    @Test
    void no_gate_opens_with_204_but_a_test_passes() {
        tester.answers(reply(204, ""));
        assertThat(called(HookType.CONFIRM_PROMOTION, 0).passed()).isFalse();
        tester.answers(reply(204, ""));
        assertThat(called(HookType.PRE_ROLLOUT, 0).passed()).isTrue();
    }

    @Test
    void trouble_is_tried_again_as_often_as_the_hook_says_with_growing_pauses() {
        tester.answers(reply(500, ""), reply(502, ""), reply(500, "command failed"));
        var answer = called(HookType.ROLLOUT, 2);
        assertThat(answer.error())
                .isEqualTo("POST http://tester/gate giving up after 3 attempt(s): command failed");
        assertThat(answer.attempts()).isEqualTo(3);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void a_hook_may_ask_for_time() {
        tester.answers(new Reply(429, Duration.ofSeconds(7), "", false), reply(200, ""));
        assertThat(called(HookType.ROLLOUT, 1).passed()).isTrue();
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void pauses_end_at_half_a_minute() {
        tester.answers(reply(500, ""), reply(500, ""), reply(500, ""), reply(500, ""),
                reply(500, ""), reply(500, ""), reply(200, ""));
        assertThat(called(HookType.ROLLOUT, 9).passed()).isTrue();
        assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_hook_that_cannot_be_reached_is_named() {
        tester.fails(new NoReply("connection refused", true, new RuntimeException()));
        assertThat(called(HookType.ROLLOUT, 0).error()).isEqualTo(
                "POST http://tester/gate giving up after 1 attempt(s): "
                        + "Post \"http://tester/gate\": connection refused");
    }

    @Test
    void a_certificate_that_nobody_knows_is_not_tried_again() {
        tester.fails(new NoReply("tls: unknown authority", false, new RuntimeException()));
        called(HookType.ROLLOUT, 5);
        assertThat(tester.asked()).hasSize(1);
    }

    @Test
    void an_address_with_secrets_is_read_at_use_and_shown_without_them() {
        tester.answers(reply(500, ""));
        var hook = new Hook("gate", HookType.ROLLOUT,
                new Address(URL, "Canary/prod/shop#spec.analysis.webhooks[0].url", "f"),
                Duration.ofSeconds(2), 0, false, false, Map.of());
        var answer = call(hook);
        assertThat(tester.asked().getFirst().url()).hasQuery("token=s3cret");
        assertThat(tester.asked().getFirst().headers()).containsEntry("Authorization",
                List.of("Basic dXNlcjpzM2NyZXQ="));
        assertThat(answer.error()).doesNotContain("s3cret");
    }

    @Test
    void the_hook_of_all_events_is_called_where_the_setting_says() {
        References known = new KnownReferences(SECRETS, "http://tester/events?key=s3cret");
        assertThat(known.value("eu-1", Hook.EVENT_SETTING))
                .isEqualTo("http://tester/events?key=s3cret");
        assertThat(known.value("eu-1", "Canary/prod/shop#spec.metricsServer"))
                .isEqualTo("http://user:s3cret@tester/gate?token=s3cret");
        assertThatThrownBy(
                () -> new KnownReferences(SECRETS, "").value("eu-1", Hook.EVENT_SETTING))
                .hasMessageContaining("fairlead.analyzer.event-webhook");
    }

    @Test
    void a_long_answer_is_cut() {
        tester.answers(reply(400, "x".repeat(10_000)));
        assertThat(called(HookType.ROLLOUT, 0).error()).hasSize(HookCall.MAX_ERROR);
    }

    private HookAnswer called(HookType type, int retries) {
        return call(Orders.hook("gate", type, URL, retries));
    }

    private HookAnswer call(Hook hook) {
        return new HookCall(tester, SECRETS, InstantSource.fixed(NOW), pauses::add)
                .call(Orders.hooks("shop", hook.type(), hook), hook);
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, Duration.ZERO, body, false);
    }
}
