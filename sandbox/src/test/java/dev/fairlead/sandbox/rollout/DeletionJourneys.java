package dev.fairlead.sandbox.rollout;

import java.util.List;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.fairlead.events.fact.TargetRemoved;

import static org.assertj.core.api.Assertions.assertThat;

/** Canaries go, with and without giving back what they took over. */
interface DeletionJourneys extends Company {

    String FINALIZER = "finalizer.flagger.app";

    @Journey
    default void a_deleted_canary_gives_back_what_it_took_over_and_no_request_is_lost() {
        Stage stage = stage("givenback");
        stage.apply("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: app
                  labels: {team: shop}
                spec:
                  selector: {app: app}
                  ports: [{name: http, port: 9898, targetPort: http}]
                """);
        stage.apply("""
                apiVersion: networking.istio.io/v1beta1
                kind: VirtualService
                metadata:
                  name: app
                spec:
                  hosts: [app]
                  http:
                    - retries: {attempts: 0}
                      route: [{destination: {host: app}}]
                """);
        Object spec = stage.route("app").get().get("spec");
        stage.applied("drain: 1s", "drain: 3s", "progressDeadlineSeconds: 12",
                "revertOnDeletion: true\n  progressDeadlineSeconds: 12").initialized();
        assertThat(stage.canary().getMetadata().getFinalizers()).contains(FINALIZER);
        Traffic traffic = stage.traffic();
        assertThat(stage.replicas("app")).isZero();
        stage.canaries().delete();
        Stage.soon("the Canary is gone").until(() -> stage.canaries().get() == null);
        assertThat(stage.replicas("app")).isEqualTo(2);
        GenericKubernetesResource route = stage.route("app").get();
        assertThat(route.<Object>get("spec")).isEqualTo(spec);
        assertThat(stage.client()
                .services()
                .inNamespace(stage.namespace())
                .withName("app")
                .get()
                .getSpec()
                .getSelector()).containsOnlyKeys("app").containsValue("app");
        stage.awaitFact(TargetRemoved.class);
        traffic.isServedBy("1.0.0");
        traffic.lostNothing();
        Stage.soon("people are told")
                .untilAsserted(() -> assertThat(stage.events())
                        .contains("Terminating canary app.givenback",
                                "Terminated canary app.givenback"));
        stage.invariants().holdInTheLog();
    }

    @Journey
    default void the_finalizer_goes_when_nothing_is_to_be_given_back_any_more() {
        Stage stage = stage("letgo").applied("progressDeadlineSeconds: 12",
                "revertOnDeletion: true\n  progressDeadlineSeconds: 12").initialized();
        stage.patchCanary("{\"spec\":{\"revertOnDeletion\":false}}");
        Stage.soon("no finalizer")
                .until(() -> stage.canary().getMetadata().getFinalizers().isEmpty());
        stage.patchCanary("{\"spec\":{\"revertOnDeletion\":true}}");
        Stage.soon("a finalizer")
                .until(() -> stage.canary()
                        .getMetadata()
                        .getFinalizers()
                        .equals(List.of(FINALIZER)));
        stage.deployment("app").delete();
        stage.canaries().delete();
        Stage.soon("a Canary without a target is gone at once")
                .until(() -> stage.canaries().get() == null);
        stage.awaitFact(TargetRemoved.class);
        stage.invariants().holdInTheLog();
    }
}
