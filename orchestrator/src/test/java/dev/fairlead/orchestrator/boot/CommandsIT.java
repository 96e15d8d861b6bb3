package dev.fairlead.orchestrator.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.orchestrator.inbox.Inbox;
import dev.fairlead.orchestrator.testlog.Claims;
import dev.fairlead.orchestrator.testlog.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What people ask for over HTTP, from the request to the fact. */
class CommandsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");
    private static final String WHY = "{\"reason\":\"it looks odd\"}";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;
    private static Town town;
    private static DatabaseAddress log;
    private static ConfigurableApplicationContext app;
    private static String token;

    @BeforeAll
    static void start() throws IOException {
        town = new Town();
        log = town.postgres.newLog();
        Path tokens = folder.resolve("api-token");
        app = town.run(log, "--fairlead.api.token-file=" + tokens,
                "--fairlead.api.make-token=true");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens)))
                .isEqualTo("rw-------");
        token = Files.readString(tokens).strip().split(" ")[1];
        Files.writeString(tokens, Files.readString(tokens) + "# a machine\nci 0123456789abcdef\n");
        await().atMost(SOON).untilAsserted(() -> assertThat(town.ready(app)).isTrue());
        town.say(Claims.definition(SHOP, "uid-1", 1, 1));
        town.say(Claims.revision(SHOP, "uid-1", 2, "v-1"));
        await().atMost(SOON).untilAsserted(() -> assertThat(town.orders(SHOP)).isPositive());
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
        town.close();
    }

    @Test
    void what_cannot_be_done_is_refused_with_a_reason_that_the_log_keeps() {
        Answer answer = post(SHOP, "pause", token, "pause-1", WHY);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.body().path("code").asString()).isEqualTo("NothingToPause");
        assertThat(answer.body().path("detail").asString()).startsWith("Expected a revision");
        assertThat(answer.body().path("event").path("type").asString())
                .isEqualTo("RequestRefused");
        assertThat(town.body(app, "/api/v1/targets/" + SHOP + "/events"))
                .contains("RequestRefused", "NothingToPause", "it looks odd", "\"token\"",
                        "127.0.0.1", "command/pause-1")
                .doesNotContain(token);
        assertThat(town.body(app, "/api/v1/commands/pause-1")).contains("\"accepted\":false",
                "NothingToPause");
    }

    @Test
    void the_same_key_is_the_same_request_and_not_another_one() {
        Answer once = post(SHOP, "resume", token, "again-1", WHY);
        Answer again = post(SHOP, "resume", token, "again-1", WHY);
        Answer other = post(SHOP, "resume", token, "again-1", "{\"reason\":\"another\"}");

        assertThat(again).isEqualTo(once);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().path("type").asString()).endsWith("key-used");
    }

    @Test
    void the_person_a_machine_speaks_for_stands_beside_it_and_not_in_the_log() {
        post(SHOP, "abort", "0123456789abcdef", "speak-1",
                "{\"reason\":\"odd\",\"actor\":\"alice\"}");

        assertThat(TestPostgres.sql(log)
                .sql("select name from actor join command on command.actor = actor.id"
                        + " where command.id = 'speak-1'")
                .query(String.class)
                .single()).isEqualTo("alice via ci");
        assertThat(TestPostgres.sql(log)
                .sql("select count(*) from event"
                        + " where convert_from(body, 'UTF8') || actor like '%alice%'")
                .query(Long.class)
                .single()).isZero();
    }

    @Test
    void nobody_writes_without_a_token() {
        for (String wrong : new String[]{"", "0123456789abcdeX", token + "x"}) {
            Answer answer = post(SHOP, "abort", wrong, "nobody-1", WHY);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body().path("type").asString()).endsWith("not-authenticated");
        }
        assertThat(app.getBean(Inbox.class).find("nobody-1")).isEmpty();
    }

    @Test
    void what_comes_through_a_proxy_needs_a_token_to_read_as_well() {
        int status = RestClient.create()
                .get()
                .uri(town.address(app) + "/api/v1/targets")
                .header("X-Forwarded-For", "10.1.2.3")
                .exchangeForRequiredValue(
                        (request, response) -> response.getStatusCode().value());
        assertThat(status).isEqualTo(401);
    }

    @Test
    void bad_input_names_the_field() {
        assertThat(field("pause", "{}")).isEqualTo("reason");
        assertThat(field("pause", "[]")).isEqualTo("body");
        assertThat(field("pause", "{")).isEqualTo("body");
        assertThat(field("pause", "{\"reason\":7}")).isEqualTo("reason");
        assertThat(field("pause", "{\"reason\":\"" + "x".repeat(501) + "\"}"))
                .isEqualTo("reason");
        assertThat(field("pause", "{\"reason\":\"a\\nb\"}")).isEqualTo("reason");
        assertThat(field("pause", "{\"reason\":\"x\",\"gate\":\"rollback\"}"))
                .isEqualTo("gate");
        assertThat(field("approve", "{\"reason\":\"x\",\"gate\":\"rolback\"}"))
                .isEqualTo("gate");
        assertThat(field("pause", "{\"reason\":\"x\",\"why\":\"y\"}")).isEqualTo("why");
        assertThat(field("stop", WHY)).isEqualTo("command");
        assertThat(field("pause", "{\"reason\":\"" + "x".repeat(20_000) + "\"}"))
                .isEqualTo("body");
        assertThat(post(SHOP, "pause", token, "no spaces", WHY).body().path("field").asString())
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void what_is_not_known_is_not_found() {
        var nobody = new TargetKey("eu-1", "prod", "nobody");
        Answer answer = post(nobody, "pause", token, "unknown-1", WHY);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("code").asString()).isEqualTo("TargetUnknown");
        assertThat(town.text(app, "/api/v1/commands/never"))
                .contains("urn:fairlead:problem:not-known");
    }

    @Test
    void a_target_that_has_moved_on_is_not_touched() {
        Answer answer = post(SHOP, "abort", token, "stale-1",
                "{\"reason\":\"x\",\"expectStep\":\"resting\"}");

        assertThat(answer.body().path("code").asString()).isEqualTo("MovedOn");
        assertThat(answer.body().path("detail").asString())
                .isEqualTo("Expected the step resting, but it is preparing_primary by now");
    }

    private static String field(String command, String body) {
        Answer answer = post(SHOP, command, token, "", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        return answer.body().path("field").asString();
    }

    private static Answer post(TargetKey target, String command, String bearer, String key,
            String body) {
        var request = RestClient.create()
                .post()
                .uri(town.address(app) + "/api/v1/targets/" + target + "/commands/" + command)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return request.exchangeForRequiredValue(
                (sent, response) -> new Answer(response.getStatusCode().value(),
                        String.valueOf(response.getHeaders().getContentType()),
                        JSON.readTree(new String(response.getBody().readAllBytes(),
                                StandardCharsets.UTF_8))));
    }

    private record Answer(int status, String type, JsonNode body) {}
}
