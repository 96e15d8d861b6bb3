package dev.fairlead.orchestrator.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.proof.Checkpoint;
import dev.fairlead.events.proof.NoteKey;
import dev.fairlead.events.wire.bundle.BundleCheck;
import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.orchestrator.testlog.Claims;
import dev.fairlead.orchestrator.testlog.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An auditor who does not trust whoever runs the database. */
class AuditIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");
    private static final String CHANGE_FIRST =
            "update event set body = convert_to('{}', 'UTF8') where position = 1";

    @TempDir
    private static Path folder;
    private static Town town;
    private static DatabaseAddress log;
    private static ConfigurableApplicationContext app;
    private static List<Checkpoint> outside = List.of();
    private static NoteKey key;

    @BeforeAll
    static void open() {
        town = new Town();
        log = town.postgres.newLog();
        app = town.run(log, "--fairlead.audit.key-file=" + folder.resolve("audit.pem"),
                "--fairlead.audit.make-key=true", "--fairlead.audit.checkpoint-every=1s",
                "--fairlead.audit.checkpoint-file=" + kept());
        town.say(Claims.definition(SHOP, "uid-1", 1, 1));
        town.say(Claims.revision(SHOP, "uid-1", 2, "v1"));
        await().atMost(SOON).until(() -> town.orders(SHOP) > 0);
        key = NoteKey.parse(json("/api/v1/audit/key").path("key").asString());
        long size = Long.parseLong(
                owner().sql("select max(position) from event").query(String.class).single());
        await().atMost(SOON).until(() -> Files.exists(kept()) && newest().size() >= size);
        // It is written down after it was handed out.
        await().atMost(SOON)
                .until(() -> !json("/api/v1/audit/checkpoints").path("items").isEmpty());
        outside = List.of(newest());
    }

    @AfterAll
    static void close() throws Exception {
        app.close();
        town.close();
    }

    @Test
    void a_log_that_nobody_touched_is_intact() {
        JsonNode verdict = verify("");
        assertThat(verdict.path("verdict").asString()).isEqualTo("intact");
        assertThat(verdict.path("events").asLong()).isGreaterThan(2);
        assertThat(verdict.path("checkpoints").asLong()).isPositive();
        assertThat(verify("?target=eu-1/prod/shop").path("verdict").asString())
                .isEqualTo("intact");
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGE_FIRST, "update event set actor = 'root' where position = 2",
        "delete from event where position = 2", "update event set version = version + 100 where"
                + " position = (select max(position) from event)",
        "update target set version = version - 1",
        "update target set hash = decode(repeat('00', 32), 'hex')",
        "delete from event where position = (select max(position) from event)"})
    void what_the_owner_changes_is_found(String change) {
        JsonNode verdict = tampered(change, "");
        assertThat(verdict.path("verdict").asString()).as(verdict.toString()).isEqualTo("broken");
        assertThat(verdict.path("faults").path(0).path("reason").asString()).isNotEmpty();
    }

    @Test
    void a_cut_log_with_its_own_checkpoints_cut_too_is_found_by_one_kept_outside() {
        String cut = """
                delete from checkpoint;
                delete from event where position > 1;
                delete from target""";
        assertThat(tampered(cut, "").path("verdict").asString()).isEqualTo("intact");
        JsonNode verdict = tampered(cut, "?checkpoints=" + claimed());
        assertThat(verdict.path("verdict").asString()).isEqualTo("broken");
        assertThat(verdict.toString()).contains("its end was cut");
    }

    @Test
    void a_bundle_is_checked_with_nothing_but_the_key() throws IOException {
        String bundle = town.body(app, "/api/v1/audit/export?target=eu-1/prod/shop");
        BundleCheck.Verdict verdict = check(bundle, key);
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.parts().get(SHOP.stream()).missing()).isZero();
        assertThat(verdict.events()).isPositive();

        assertThat(check(bundle.replace("\"type\":\"", "\"type\":\"X"), key).fault().orElseThrow())
                .contains("does not give its hash");
        assertThat(check(bundle.substring(0, bundle.length() - 20), key).isIntact()).isFalse();
        assertThat(check(bundle.replace("fairlead\\n", "fairlead\\n1"), key).fault().orElseThrow())
                .contains("not signed");
    }

    @Test
    void one_event_is_proved() throws IOException {
        BundleCheck.Verdict verdict =
                check(town.body(app, "/api/v1/audit/proof?event=target/eu-1/prod/shop@1"), key);
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.events()).isEqualTo(1);
        assertThat(town.text(app, "/api/v1/audit/proof?event=target/eu-1/prod/shop@999"))
                .contains("there is no event target/eu-1/prod/shop@999");
        assertThat(town.text(app, "/api/v1/audit/proof?event=shop")).contains("stream@version");
        assertThat(town.text(app, "/api/v1/audit/verify?checkpoints=1:x:2"))
                .contains("size:root:seconds");
    }

    @Test
    void events_are_found_by_what_and_when() {
        String first = json("/api/v1/events?limit=1").path("items").path(0).path("type").asString();
        assertThat(json("/api/v1/events?type=" + first).path("items")).isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("type").asString()).isEqualTo(first));
        assertThat(json("/api/v1/events?until=2020-01-01T00:00:00Z").path("items")).isEmpty();
        assertThat(json("/api/v1/events?since=2020-01-01T00:00:00Z").path("items")).isNotEmpty();
        assertThat(json("/api/v1/events?actor=ada").path("items")).isEmpty();
        assertThat(town.text(app, "/api/v1/events?since=noon")).contains("2026-01-31T10:41:00Z");
    }

    private static JsonNode tampered(String change, String query) {
        JdbcClient owner = owner();
        owner.sql("""
                alter table event disable trigger user;
                alter table checkpoint disable trigger user;
                create table kept_event as table event;
                create table kept_target as table target;
                create table kept_checkpoint as table checkpoint;
                """ + change).update();
        try {
            return verify(query);
        } finally {
            owner.sql("""
                    truncate event, target, checkpoint;
                    insert into event table kept_event;
                    insert into target table kept_target;
                    insert into checkpoint table kept_checkpoint;
                    drop table kept_event, kept_target, kept_checkpoint;
                    alter table event enable trigger user;
                    alter table checkpoint enable trigger user
                    """).update();
        }
    }

    private static JsonNode verify(String query) {
        List<String> lines = town.body(app, "/api/v1/audit/verify" + query).lines().toList();
        return JSON.readTree(lines.getLast());
    }

    private static String claimed() {
        Checkpoint it = outside.getFirst();
        return it.size() + ":" + HexFormat.of().formatHex(it.root().bytes()) + ":"
                + it.time().getEpochSecond();
    }

    private static BundleCheck.Verdict check(String bundle, NoteKey with) throws IOException {
        return BundleCheck.of(new BufferedReader(new StringReader(bundle)), with);
    }

    private static Path kept() {
        return folder.resolve("checkpoints");
    }

    private static Checkpoint newest() {
        String[] notes = text(kept()).strip().split("\n\n(?!\u2014)");
        return Checkpoint.parse(key.opened(notes[notes.length - 1] + "\n").orElseThrow());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JdbcClient owner() {
        return TestPostgres.sql(log);
    }

    private static JsonNode json(String path) {
        return JSON.readTree(town.body(app, path));
    }
}
