package dev.fairlead.watcher.detection;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.Side;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.ReadinessChanged;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.events.observation.WorkloadMissing;

import static org.assertj.core.api.Assertions.assertThat;

/** Targets that are no Deployments, and targets with an autoscaler. */
class WorkloadKindsSpec {

    private static final String DAEMON_SET = """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: podinfo, generation: 3}
            spec:
              selector: {matchLabels: {app: podinfo}}
              template:
                metadata: {labels: {app: podinfo}}
                spec:
                  nodeSelector: {disk: ssd}
                  containers: [{name: podinfod, image: "podinfo:1.0"}]
            status: {observedGeneration: 3, desiredNumberScheduled: 4, currentNumberScheduled: 4,
              updatedNumberScheduled: 4, numberAvailable: 2}
            """;

    private static final String ASLEEP = DAEMON_SET.replace("{disk: ssd}",
            "{disk: ssd, flagger.app/scale-to-zero: \"true\"}");

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: podinfo}
            spec: {selector: {app: blue}, ports: [{port: 80}]}
            """;

    private final Sights sights = Manifests.all().without("Deployment", "podinfo");

    private static String targeting(String kind) {
        return Manifests.CANARY.replace("apiVersion: apps/v1, kind: Deployment", kind);
    }

    private Sights daemonSet(String manifest) {
        return sights.with(targeting("apiVersion: apps/v1, kind: DaemonSet")).with(manifest);
    }

    private Sights service(String manifest) {
        return sights.with(targeting("apiVersion: v1, kind: Service")).with(manifest);
    }

    @Test
    void a_daemon_set_is_ready_by_its_nodes() {
        daemonSet(DAEMON_SET);
        assertThat(readiness(Side.CANARY).readiness().verdict()).isEqualTo(Verdict.READY);
        daemonSet(DAEMON_SET.replace("numberAvailable: 2", "numberAvailable: 1"));
        assertThat(readiness(Side.CANARY).readiness().reason()).isEqualTo(
                "canary damonset podinfo.prod not ready with retryable true: waiting for rollout to "
                        + "finish: 1 of 2 (readyThreshold 50%) updated pods are available");
        daemonSet(DAEMON_SET.replace("updatedNumberScheduled: 4", "updatedNumberScheduled: 3"));
        assertThat(readiness(Side.CANARY).readiness().reason())
                .endsWith("finish: 3 out of 4 new pods have been updated");
    }

    @Test
    void the_primary_of_a_daemon_set_has_a_text_of_its_own() {
        daemonSet(DAEMON_SET).with(DAEMON_SET.replace("name: podinfo, generation: 3",
                "name: podinfo-primary, annotations: {fairlead.dev/revision: v1-promoted}"));
        var primary = readiness(Side.PRIMARY);
        assertThat(primary.fingerprint()).isEqualTo(new Fingerprint("v1-promoted"));
        assertThat(primary.readiness().reason()).startsWith(
                "primary daemonset podinfo-primary.prod not ready: waiting for rollout to finish: ");
    }

    @Test
    void a_daemon_set_that_no_node_is_chosen_for_is_idle_and_no_other_revision() {
        daemonSet(DAEMON_SET);
        var before = part(RevisionDetected.class).revision();
        daemonSet(ASLEEP);
        assertThat(readiness(Side.CANARY).readiness().verdict()).isEqualTo(Verdict.IDLE);
        assertThat(part(RevisionDetected.class).revision().sameAs(before)).isTrue();
    }

    @Test
    void a_daemon_set_without_a_known_label_keeps_flaggers_extra_quote() {
        daemonSet(DAEMON_SET.replace("matchLabels: {app: podinfo}", "matchLabels: {tier: web}"));
        assertThat(part(WorkloadMissing.class).reason()).isEqualTo("daemonset podinfo.prod "
                + "spec.selector.matchLabels must contain one of [app name app.kubernetes.io/name]\"");
    }

    @Test
    void a_missing_daemon_set_is_named_as_the_api_server_would() {
        sights.with(targeting("apiVersion: apps/v1, kind: DaemonSet"));
        assertThat(part(WorkloadMissing.class).reason()).isEqualTo("daemonset podinfo.prod "
                + "get query error: daemonsets.apps \"podinfo\" not found");
    }

    @Test
    void a_service_that_leads_elsewhere_is_another_revision() {
        service(SERVICE);
        var before = part(RevisionDetected.class).revision();
        service(SERVICE.replace("name: podinfo", "name: podinfo, labels: {some: label}"));
        assertThat(part(RevisionDetected.class).revision().sameAs(before)).isTrue();
        service(SERVICE.replace("blue", "green"));
        assertThat(part(RevisionDetected.class).revision().sameAs(before)).isFalse();
    }

    @Test
    void the_copy_of_a_service_is_the_canary_and_always_ready() {
        service(SERVICE).with(SERVICE.replace("name: podinfo",
                "name: podinfo-canary, annotations: {fairlead.dev/revision: v1-tried}"));
        var canary = readiness(Side.CANARY);
        assertThat(canary.readiness().verdict()).isEqualTo(Verdict.READY);
        assertThat(canary.fingerprint()).isEqualTo(new Fingerprint("v1-tried"));
    }

    @Test
    void of_a_service_only_its_copies_are_made() {
        service(SERVICE);
        assertThat(Detector.missing(DetectorSpec.TARGET, look(), new Sights()))
                .contains("Service/podinfo-primary", "Service/podinfo-canary",
                        "VirtualService/podinfo")
                .doesNotContain("Service/podinfo");
    }

    @Test
    void the_autoscaler_of_the_primary_is_one_of_the_objects_that_are_made() {
        var scaled = Manifests.all()
                .with(Manifests.CANARY.replace("  provider: istio\n", """
                          provider: istio
                          autoscalerRef:
                            apiVersion: keda.sh/v1alpha1
                            kind: ScaledObject
                            name: scaler
                            primaryScalerReplicas: {minReplicas: 2, maxReplicas: 5}
                            primaryScalerQueries: {requests: sum(up)}
                        """));
        var picture = look(scaled);
        assertThat(Detector.missing(DetectorSpec.TARGET, picture, scaled))
                .contains("ScaledObject/scaler-primary");
        var definition = ((DefinitionChanged) picture.parts().getFirst()).definition();
        assertThat(definition.scaler().name()).isEqualTo("scaler");
        assertThat(definition.primaryScaler().minReplicas()).isEqualTo(2);
        assertThat(definition.primaryScaler().maxReplicas()).isEqualTo(5);
        assertThat(definition.primaryScaler().queries()).containsEntry("requests", "sum(up)");
        scaled.with("""
                apiVersion: keda.sh/v1alpha1
                kind: ScaledObject
                metadata: {name: scaler-primary}
                """);
        assertThat(look(scaled).objects()).contains("ScaledObject/scaler-primary");
    }

    private ReadinessChanged readiness(Side side) {
        return look().parts()
                .stream()
                .filter(ReadinessChanged.class::isInstance)
                .map(ReadinessChanged.class::cast)
                .filter(part -> part.side() == side)
                .findFirst()
                .orElseThrow();
    }

    private <T extends Observation> T part(Class<T> type) {
        return look().parts()
                .stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private Picture look() {
        return look(sights);
    }

    private static Picture look(Sights seen) {
        return DetectorSpec.DETECTOR.look(DetectorSpec.TARGET, seen, Frame.NONE);
    }
}
