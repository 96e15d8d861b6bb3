package dev.fairlead.sandbox.rollout;

import java.util.List;

import io.vertx.core.json.JsonObject;

import dev.fairlead.events.fact.GateShut;
import dev.fairlead.sandbox.hooks.Answer;
import dev.fairlead.sandbox.rollout.Terminal.Running;

import static org.assertj.core.api.Assertions.assertThat;

/** What people see of a release on the command line, and what it does when they tell it to. */
interface TerminalJourneys extends Company {

    /** Exit codes of the command line. */
    int DONE = 0;
    int REFUSED = 1;
    int ROLLED_BACK = 2;
    int NOT_ENDED = 3;
    int TIME_OUT = 4;
    int NO_ENGINE = 5;
    int USAGE = 64;

    String APP = "typed/app";

    @Journey
    default void a_release_is_watched_held_and_let_through_on_the_command_line() {
        scene().hooks().answerAlways("/promote-typed", Answer.status(403));
        Stage stage = stage("typed").applied("stepWeight: 20", "stepWeight: 5", "threshold: 5", """
                threshold: 5
                    webhooks:
                      - {name: gate, type: confirm-promotion, url: "%s"}"""
                .formatted(scene().hooks().url("/promote-typed"))).initialized();
        Traffic traffic = stage.traffic();
        nothingIsUnderWay();
        try (Running follow = terminal().leaves("events", APP, "--follow", "-o", "json")) {
            stage.release("1.1.0");
            stage.awaitWeight(5);
            terminal().types(NOT_ENDED, "status", APP);
            isHeldAndGoesOn();
            stage.awaitPhase("WaitingPromotion");
            passesItsGate(stage);
            assertThat(terminal().types(DONE, "status", APP, "--timeout", "2m").out())
                    .containsIgnoringCase("succeeded");
            Stage.soon("the followed events to end with the rollout")
                    .until(() -> types(follow).contains("RolloutSucceeded"));
            assertThat(types(follow)).containsSubsequence("RolloutStarted", "RolloutPaused",
                    "RolloutResumed", "GateShut", "GateOpened", "WorkloadPromoted",
                    "RolloutSucceeded");
        }
        assertThat(terminal().types(DONE, "events", APP, "--last", "1000").out())
                .contains("looks odd");
        assertThat(terminal().types(DONE, "get", APP, "-o", "yaml").out()).contains("Succeeded");
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    private void nothingIsUnderWay() {
        var listed = new JsonObject(terminal().types(DONE, "list", "-n", "typed", "-o", "json")
                .out()).getJsonArray("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.getJsonObject(0).getString("target")).isEqualTo("sandbox/" + APP);
        terminal().types(DONE, "status", APP);
        assertThat(terminal().types(REFUSED, "abort", APP).err()).contains("NothingToAbort");
        assertThat(terminal().types(USAGE, "pause", APP).err()).contains("reason");
        for (String command : List.of("pause", "resume", "promote", "retry", "approve",
                "reject")) {
            assertThat(terminal().types(REFUSED, command, APP, "--reason", "none").err())
                    .as(command)
                    .contains("refused: ");
        }
        assertThat(terminal().types(REFUSED, "why", "typed/ap").err()).contains("app");
        assertThat(Terminal.plainly(List.of("list", "--server", "http://127.0.0.1:1")).code())
                .isEqualTo(NO_ENGINE);
    }

    private void isHeldAndGoesOn() {
        assertThat(terminal().types(DONE, "pause", "app", "-n", "typed", "--reason", "looks odd")
                .err()).contains("accepted (RolloutPaused, position ");
        assertThat(terminal().types(REFUSED, "pause", APP, "--reason", "looks odd").err())
                .contains("refused: AlreadyPaused");
        terminal().types(TIME_OUT, "status", APP, "--timeout", "1s");
        var why = new JsonObject(terminal().types(DONE, "why", APP, "-o", "json").out());
        assertThat(why.getBoolean("paused")).isTrue();
        assertThat(why.getInteger("weight")).isBetween(5, 40);
        terminal().types(DONE, "resume", APP, "-r", "it is well");
        assertThat(terminal().types(REFUSED, "resume", APP, "-r", "it is well").err())
                .contains("refused: NotPaused");
    }

    private void passesItsGate(Stage stage) {
        assertThat(terminal().types(DONE, "why", APP).out()).contains("confirm-promotion");
        terminal().types(DONE, "reject", APP, "--reason", "not before noon");
        stage.awaitFact(GateShut.class);
        var opened = new JsonObject(terminal().types(DONE, "approve", APP, "--gate",
                "confirm-promotion", "--reason", "it is noon", "-o", "json").out());
        assertThat(opened.getBoolean("accepted")).isTrue();
    }

    private static List<String> types(Running follow) {
        return follow.lines()
                .stream()
                .filter(line -> line.startsWith("{") && line.endsWith("}"))
                .map(line -> new JsonObject(line).getString("type"))
                .toList();
    }

    @Journey
    default void a_release_is_given_up_tried_again_and_promoted_on_the_command_line() {
        String app = "typed-back/app";
        Stage stage = stage("typed-back").applied("stepWeight: 20", "stepWeight: 2").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(2);
        terminal().types(DONE, "abort", app);
        assertThat(terminal().types(ROLLED_BACK, "status", app, "--timeout", "2m").out())
                .containsIgnoringCase("failed");
        traffic.isServedBy("1.0.0");
        terminal().types(DONE, "retry", app, "--reason", "it was the load");
        stage.awaitWeight(2);
        terminal().types(DONE, "promote", app, "--reason", "seen enough");
        terminal().types(DONE, "status", app, "--timeout", "2m");
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }
}
