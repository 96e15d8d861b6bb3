package dev.fairlead.orchestrator.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Life;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.fact.CanaryReady;
import dev.fairlead.events.fact.FactHead;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.TargetRegistered;
import dev.fairlead.events.proof.HashedEvent;
import dev.fairlead.events.wire.UnknownWord;
import dev.fairlead.events.wire.UnreadableWord;
import dev.fairlead.events.wire.Word;
import dev.fairlead.orchestrator.rollout.Command;
import dev.fairlead.orchestrator.rollout.Command.ElapseTimer;
import dev.fairlead.orchestrator.rollout.Command.RecordObservation;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.testlog.Claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The bodies of events, as they are hashed and kept for ever. */
class LogJsonTest {

    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.000001Z");
    private static final FactHead HEAD = new FactHead(new Life("uid"),
            new RolloutId("eu-1/prod/shop#1"), NOON);

    private final Map<String, String> stored = new HashMap<>();
    private final Definitions definitions = new Definitions(
            hash -> Optional.ofNullable(stored.get(hash)));
    private final LogJson json = new LogJson(definitions);

    @Test
    void a_fact_alone_has_its_golden_body() {
        assertThat(text(json.body(new CanaryReady(HEAD)))).isEqualTo("{\"fact\":{\"type\":"
                + "\"CanaryReady\",\"head\":{\"life\":\"uid\",\"rollout\":\"eu-1/prod/shop#1\","
                + "\"at\":\"2026-11-23T12:00:00.000001Z\"}}}");
    }

    @Test
    void the_first_fact_of_a_decision_carries_its_command() {
        Command command = new ElapseTimer(SHOP, DeadlineKind.DRAIN, NOON, NOON);
        Word body = json.body(new CanaryReady(HEAD), command);

        assertThat(text(body)).endsWith(",\"command\":{\"type\":\"ElapseTimer\",\"target\":"
                + "\"eu-1/prod/shop\",\"kind\":\"DRAIN\",\"due\":\"2026-11-23T12:00:00.000001Z\","
                + "\"at\":\"2026-11-23T12:00:00.000001Z\"}}");
        assertThat(json.command(event(body))).contains(command);
        assertThat(json.fact(event(body))).isEqualTo(new CanaryReady(HEAD));
    }

    @Test
    void a_definition_stands_once_under_its_hash_and_comes_back_whole() {
        var claim = Claims.definition(SHOP, "uid", 1, 1);
        RolloutFact fact = new TargetRegistered(HEAD, 1, claim.definition());
        Command command = new RecordObservation(claim, NOON);
        Word body = json.body(fact, command);
        List<StoredDefinition> unsaved = definitions.unsaved();

        assertThat(text(body)).contains("\"definition\":\"" + unsaved.getFirst().hash() + "\"")
                .doesNotContain("istio");
        assertThat(unsaved).hasSize(1);
        unsaved.forEach(it -> stored.put(it.hash(), it.body()));
        definitions.saved(unsaved);
        assertThat(definitions.unsaved()).isEmpty();
        var later = new LogJson(new Definitions(hash -> Optional.ofNullable(stored.get(hash))));
        assertThat(later.fact(event(body))).isEqualTo(fact);
        assertThat(later.command(event(body))).contains(command);
    }

    @Test
    void a_definition_has_its_golden_hash() {
        json.body(new TargetRegistered(HEAD, 1, Claims.definition(SHOP)));

        assertThat(definitions.unsaved().getFirst().hash()).startsWith("sha256:").hasSize(71);
        assertThat(definitions.unsaved().getFirst().body())
                .startsWith("{\"provider\":\"istio\",\"workload\":{\"apiVersion\":\"apps/v1\"");
    }

    @Test
    void facts_of_the_engine_come_back() {
        EngineFact fact = new EngineFact.TargetHalted(SHOP, "bug", "cause", NOON);

        assertThat(json.engineFact(event(json.body(fact)))).isEqualTo(fact);
    }

    @Test
    void a_type_that_is_not_known_is_refused_loudly() {
        assertThatThrownBy(() -> json.fact(event(new Word("FromTheFuture", 1,
                bytes("{\"fact\":{\"type\":\"FromTheFuture\"}}")))))
                .isInstanceOf(UnknownWord.class);
        assertThatThrownBy(() -> json.fact(
                event(new Word("CanaryReady", 2, bytes("{\"fact\":{}}")))))
                .isInstanceOf(UnknownWord.class);
    }

    @Test
    void a_field_that_is_not_known_is_refused_loudly() {
        String body = text(json.body(new CanaryReady(HEAD))).replace("\"head\"",
                "\"more\":1,\"head\"");

        assertThatThrownBy(() -> json.fact(event(new Word("CanaryReady", 1, bytes(body)))))
                .isInstanceOf(UnreadableWord.class);
    }

    private static LoggedEvent event(Word word) {
        return StreamMark.start(SHOP.stream())
                .seal(1, 1, new NewEvent(word.type(), word.schema(),
                        HashedEvent.Ids.NONE, NOON, word.body()));
    }

    private static String text(Word word) {
        return new String(word.body(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
