package dev.fairlead.sandbox.rollout;

import java.util.List;

import io.vertx.core.json.JsonObject;

import dev.fairlead.sandbox.hooks.Received;

import static org.assertj.core.api.Assertions.assertThat;

/** Who else is told what happens: services that take every event of a Canary. */
interface EventJourneys extends Company {

    /** Where the engine of these journeys posts the events of Canaries without event hooks. */
    String OF_ALL = "/events-of-all";

    @Journey
    default void every_event_is_posted_to_the_webhook_of_all_canaries() {
        Stage stage = stage("told").applied().initialized();
        stage.traffic();
        stage.release("1.1.0");
        stage.awaitPhase("Succeeded");
        Stage.soon("the last event is posted")
                .until(() -> texts(OF_ALL, "told").contains(
                        "Promotion completed! Scaling down app.told"));
        assertThat(texts(OF_ALL, "told")).containsAll(stage.events())
                .containsSubsequence("Initialization done! app.told",
                        "New revision detected! Scaling up app.told",
                        "Starting canary analysis for app.told",
                        "Advance app.told canary weight 20", "Advance app.told canary weight 40",
                        "Routing all traffic to primary",
                        "Promotion completed! Scaling down app.told");
        assertThat(posts(OF_ALL, "told")).allSatisfy(post -> {
            assertThat(post.getString("name")).isEqualTo("app");
            assertThat(post.getString("checksum")).isNotEmpty();
            assertThat(post.getJsonObject("metadata").getString("eventType"))
                    .isIn("Normal", "Warning");
            assertThat(post.getJsonObject("metadata").getString("timestamp")).matches("\\d{13}");
        });
        assertThat(phaseOf("Initialization done! app.told")).isEqualTo("Initialized");
        assertThat(phaseOf("Promotion completed! Scaling down app.told")).isEqualTo("Succeeded");
        stage.invariants().hold();
    }

    @Journey
    default void event_hooks_of_a_canary_are_told_instead_and_hold_nothing_up() {
        String mine = "/events-of-own";
        Stage stage = stage("own").applied("threshold: 5", """
                threshold: 1
                    webhooks:
                      - {name: mine, type: event, url: "%s", metadata: {team: shop}}"""
                .formatted(scene().hooks().url(mine))).initialized();
        Traffic traffic = stage.traffic();
        stage.release("2.0.0-errors");
        stage.awaitPhase("Failed");
        Stage.soon("the last event is posted")
                .until(() -> texts(mine, "own").contains("Canary failed! Scaling down app.own"));
        assertThat(texts(mine, "own")).containsSubsequence(
                "Rolling back app.own failed checks threshold reached 1",
                "Canary failed! Scaling down app.own");
        assertThat(posts(mine, "own")).allMatch(
                post -> post.getJsonObject("metadata").getString("team").equals("shop"));
        assertThat(posts(OF_ALL, "own")).isEmpty();
        traffic.isServedBy("1.0.0");
        stage.invariants().hold();
    }

    private String phaseOf(String event) {
        return posts(OF_ALL, "told").stream()
                .filter(post -> text(post).equals(event))
                .findFirst()
                .orElseThrow()
                .getString("phase");
    }

    private List<String> texts(String path, String namespace) {
        return posts(path, namespace).stream().map(EventJourneys::text).toList();
    }

    private static String text(JsonObject post) {
        return post.getJsonObject("metadata").getString("eventMessage");
    }

    private List<JsonObject> posts(String path, String namespace) {
        return scene().hooks()
                .received()
                .stream()
                .filter(it -> it.path().startsWith(path))
                .map(Received::body)
                .map(JsonObject::new)
                .filter(post -> post.getString("namespace").equals(namespace))
                .toList();
    }
}
