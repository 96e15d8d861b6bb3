package dev.fairlead.sandbox.rollout;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.dsl.Resource;

import dev.fairlead.sandbox.autoscaling.KedaStandIn;
import dev.fairlead.sandbox.autoscaling.PodUsage;

import static org.assertj.core.api.Assertions.assertThat;

/** Autoscalers act while revisions are tried. */
interface ScalerJourneys extends Company {

    String PAUSED = "autoscaling.keda.sh/paused-replicas";

    /** What pods are said to use. */
    PodUsage usage();

    @Journey
    default void a_pod_autoscaler_has_a_twin_and_the_last_word_on_replicas() {
        Stage stage = stage("autoscaled");
        usage().is("autoscaled", 50);
        stage.apply("""
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: app
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: app
                  minReplicas: 2
                  maxReplicas: 3
                  metrics:
                    - type: Resource
                      resource:
                        name: memory
                        target:
                          type: AverageValue
                          averageValue: 100Mi
                """);
        stage.applied("  service:", """
                  autoscalerRef:
                    apiVersion: autoscaling/v2
                    kind: HorizontalPodAutoscaler
                    name: app
                    primaryScalerReplicas:
                      minReplicas: 1
                      maxReplicas: 4
                  service:""".indent(2).stripTrailing()).initialized();
        Traffic traffic = stage.traffic();
        assertThat(autoscaler(stage).get().getSpec().getScaleTargetRef().getName())
                .isEqualTo("app-primary");
        usage().is("autoscaled", 300);
        Stage.soon("four pods of the primary").until(() -> stage.replicas("app-primary") == 4);
        rests(stage);
        stage.release("1.1.0");
        stage.awaitWeight(20);
        assertThat(stage.replicas("app")).isGreaterThanOrEqualTo(2);
        stage.awaitPhase("Succeeded");
        assertThat(stage.replicas("app-primary")).isEqualTo(4);
        rests(stage);
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        autoscaler(stage).delete();
        Stage.soon("the primary's autoscaler again").until(() -> autoscaler(stage).get() != null);
        stage.invariants().hold();
    }

    /** Soon: an autoscaler may just have made up its mind when it was stopped. */
    private static void rests(Stage stage) {
        Stage.soon("no pod that nobody tries").until(() -> stage.replicas("app") == 0);
    }

    private static Resource<HorizontalPodAutoscaler> autoscaler(Stage stage) {
        return stage.client()
                .autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(stage.namespace())
                .withName("app-primary");
    }

    @Journey
    default void keda_scales_the_primary_and_starts_no_pod_that_nobody_tries() {
        Stage stage = stage("keda");
        stage.apply("""
                apiVersion: keda.sh/v1alpha1
                kind: ScaledObject
                metadata:
                  name: app
                spec:
                  scaleTargetRef:
                    name: app
                  minReplicaCount: 1
                  maxReplicaCount: 3
                  triggers:
                    - type: prometheus
                      metadata:
                        serverAddress: %s
                        threshold: "15"
                        query: sum(rate(istio_requests_total{reporter="destination",                destination_workload_namespace="keda",destination_workload="app"}[4s]))
                """.formatted(scene().world().prometheus().address()));
        stage.applied("  service:", """
                  autoscalerRef:
                    apiVersion: keda.sh/v1alpha1
                    kind: ScaledObject
                    name: app
                  service:""".indent(2).stripTrailing()).initialized();
        Traffic traffic = stage.traffic();
        assertThat(query(stage, "app-primary")).contains("destination_workload=\"app-primary\"");
        Stage.soon("pods of the primary as KEDA wants them")
                .until(() -> stage.replicas("app-primary") == 3);
        assertThat(paused(stage)).isEqualTo("0");
        rests(stage);
        stage.release("1.1.0");
        stage.awaitWeight(20);
        assertThat(paused(stage)).isEmpty();
        stage.awaitPhase("Succeeded");
        assertThat(paused(stage)).isEqualTo("0");
        rests(stage);
        traffic.isServedBy("1.1.0");
        Stage.soon("pods of the primary as KEDA wants them, again")
                .until(() -> stage.replicas("app-primary") == 3);
        traffic.lostNothing();
        stage.invariants().hold();
    }

    private static GenericKubernetesResource scaledObject(Stage stage, String name) {
        return Objects.requireNonNull(stage.client()
                .genericKubernetesResources(KedaStandIn.SCALED_OBJECT)
                .inNamespace(stage.namespace())
                .withName(name)
                .get());
    }

    private static String paused(Stage stage) {
        var annotations = scaledObject(stage, "app").getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(PAUSED, "");
    }

    private static String query(Stage stage, String name) {
        List<Map<String, Object>> triggers = scaledObject(stage, name).get("spec", "triggers");
        return String.valueOf(((Map<?, ?>) triggers.getFirst().get("metadata")).get("query"));
    }
}
