package dev.fairlead.sandbox.rollout;

import dev.fairlead.events.fact.HooksFailed;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.sandbox.simulation.cluster.Secrets;

import static org.assertj.core.api.Assertions.assertThat;

/** Others do not answer: hooks and chats that hang. */
interface SilenceJourneys extends Company {

    @Journey
    default void a_hook_that_hangs_is_a_failed_check_and_rolls_back() {
        Stage stage = stage("hanging").applied("threshold: 5", """
                threshold: 2
                    webhooks:
                      - name: never-answers
                        type: pre-rollout
                        timeout: 1s
                        url: %s?token=%s"""
                .formatted(scene().hooks().url("/hang"), Secrets.MARK)).initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitPhase("Failed");
        assertThat(stage.log().facts(HooksFailed.class)).hasSize(2);
        assertThat(stage.events()).contains(
                "Rolling back app.hanging failed checks threshold reached 2");
        assertThat(stage.events()).anyMatch(text -> text
                .startsWith("Halt app.hanging advancement pre-rollout check never-answers"));
        assertThat(stage.events()).noneMatch(text -> text.startsWith("Advance "));
        traffic.isServedBy("1.0.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void a_chat_that_hangs_delays_no_step_and_no_rollback() {
        Stage stage = stage("speechless");
        stage.apply("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: chat
                stringData:
                  address: %s
                """.formatted(scene().hooks().url("/hang") + "?token=" + Secrets.MARK));
        stage.apply("""
                apiVersion: flagger.app/v1beta1
                kind: AlertProvider
                metadata:
                  name: chat
                spec:
                  type: slack
                  channel: releases
                  secretRef:
                    name: chat
                """);
        stage.applied("threshold: 5", """
                threshold: 1
                    alerts:
                      - name: chat
                        severity: info
                        providerRef:
                          name: chat""").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitPhase("Succeeded");
        stage.release("2.0.0-errors");
        stage.awaitPhase("Failed");
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(2);
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        assertThat(scene().hooks().received("/hang")).anyMatch(call -> call.body()
                .contains("app.speechless"));
        stage.invariants().hold();
    }
}
