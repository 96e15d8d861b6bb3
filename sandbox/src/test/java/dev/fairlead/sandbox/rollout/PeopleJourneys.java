package dev.fairlead.sandbox.rollout;

import dev.fairlead.events.fact.AnalysisOrdered;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.GateOpened;
import dev.fairlead.events.fact.GateRefused;
import dev.fairlead.events.fact.RollbackOrdered;
import dev.fairlead.events.fact.RollbackOrdered.Cause;
import dev.fairlead.events.fact.RolloutHeld;
import dev.fairlead.sandbox.hooks.Answer;
import dev.fairlead.sandbox.simulation.cluster.Secrets;

import static org.assertj.core.api.Assertions.assertThat;

/** People take a hand in it: they pause, give up, agree, and say no. */
interface PeopleJourneys extends Company {

    /** How often a paused weight is measured before it counts as held. */
    int HELD = 3;
    int REFUSED = 403;

    @Journey
    default void a_paused_release_keeps_its_weight_until_it_may_go_on() {
        Stage stage = stage("paused").applied("stepWeight: 20", "stepWeight: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(5);
        desk().does(stage.log().target(), "pause");
        Stage.soon("a held weight")
                .until(
                        () -> stage.log().facts(RolloutHeld.class).size() >= HELD);
        int weight = stage.weight();
        assertThat(weight).isBetween(5, 35);
        assertThat(traffic.shareOf("1.1.0")).isBetween(0.0, 0.6).isPositive();
        assertThat(stage.weight()).isEqualTo(weight);
        assertThat(desk().shows(stage.log().target())).contains("\"paused\":true",
                "aused by a person");
        desk().refuses(stage.log().target(), "pause", "AlreadyPaused");
        desk().does(stage.log().target(), "resume");
        stage.awaitPhase("Succeeded");
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        assertThat(stage.events()).contains("Pausing app.paused " + Desk.WHY,
                "Resuming app.paused " + Desk.WHY);
        stage.invariants().hold();
    }

    @Journey
    default void an_aborted_release_is_gone_at_once_and_tried_again_when_a_person_says_so() {
        Stage stage = stage("aborted").applied("stepWeight: 20", "stepWeight: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(5);
        desk().does(stage.log().target(), "abort");
        assertThat(stage.log().facts(RollbackOrdered.class)).singleElement()
                .satisfies(fact -> assertThat(fact.cause()).isEqualTo(Cause.PERSON));
        stage.awaitPhase("Failed");
        traffic.isServedBy("1.0.0");
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.0.0");
        desk().refuses(stage.log().target(), "abort", "NothingToAbort");
        desk().does(stage.log().target(), "retry");
        stage.awaitPhase("Succeeded");
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void a_promotion_waits_for_a_person_and_is_measured_meanwhile() {
        scene().hooks().answerAlways("/promote-gated", Answer.status(REFUSED));
        Stage stage = stage("gated").applied("threshold: 5",
                gate("confirm-promotion", "/promote-gated")).initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitPhase("WaitingPromotion");
        int asked = scene().hooks().received("/promote-gated").size();
        int measured = stage.log().facts(AnalysisPassed.class).size();
        Stage.soon("asked and measured on")
                .until(() -> scene().hooks().received("/promote-gated").size() >= asked + HELD
                        && stage.log().facts(AnalysisPassed.class).size() >= measured + HELD);
        assertThat(stage.log().facts(GateRefused.class)).hasSizeLessThanOrEqualTo(2);
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.0.0");
        desk().refuses(stage.log().target(), "resume", "NotPaused");
        desk().does(stage.log().target(), "approve");
        stage.awaitPhase("Succeeded");
        assertThat(stage.log().facts(GateOpened.class)).singleElement()
                .satisfies(fact -> assertThat(fact.by()).isEqualTo(GateOpened.By.PERSON));
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        assertThat(stage.events()).contains(
                "Halt app.gated advancement waiting for promotion approval gate");
        stage.invariants().hold();
    }

    @Journey
    default void a_release_waits_until_its_hook_agrees_and_ends_when_its_hook_says_so() {
        scene().hooks().answerAlways("/ask-asked", Answer.status(REFUSED));
        scene().hooks().answerAlways("/back-asked", Answer.status(REFUSED));
        Stage stage = stage("asked").applied("stepWeight: 20", "stepWeight: 5", "threshold: 5",
                gate("confirm-rollout", "/ask-asked")
                        + "\n" + " ".repeat(6) + "- {name: back, type: rollback, url: \""
                        + scene().hooks().url("/back-asked") + "\"}")
                .initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitPhase("Waiting");
        assertThat(stage.replicas("app")).isZero();
        scene().hooks().answerAlways("/ask-asked", Answer.ok("go"));
        stage.awaitWeight(5);
        desk().does(stage.log().target(), "pause");
        scene().hooks().answerAlways("/back-asked", Answer.ok("back"));
        stage.awaitPhase("Failed");
        traffic.isServedBy("1.0.0");
        traffic.lostNothing();
        assertThat(stage.events()).contains("Confirm-rollout check gate passed",
                "Rollback check back passed",
                "Rolling back app.asked manual webhook invoked");
        stage.invariants().hold();
    }

    @Journey
    default void a_release_is_promoted_by_hand_without_the_rest_of_its_analysis() {
        Stage stage = stage("waived").applied("stepWeight: 20", "stepWeight: 2").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(2);
        desk().does(stage.log().target(), "promote");
        stage.awaitPhase("Succeeded");
        assertThat(stage.log().facts(AnalysisOrdered.class).size()).isLessThan(20);
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    /** A hook in the place of {@code threshold: 5}, which it keeps. */
    private String gate(String type, String path) {
        return """
                threshold: 5
                    webhooks:
                      - name: gate
                        type: %s
                        url: %s?token=%s"""
                .formatted(type, scene().hooks().url(path), Secrets.MARK);
    }
}
