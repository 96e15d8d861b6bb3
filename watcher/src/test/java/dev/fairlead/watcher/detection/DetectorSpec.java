package dev.fairlead.watcher.detection;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Life;
import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.Side;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Problem;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.DefinitionRefused;
import dev.fairlead.events.observation.DeletionRequested;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.ReadinessChanged;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.events.observation.RouteChanged;
import dev.fairlead.events.observation.WorkloadMissing;

import static org.assertj.core.api.Assertions.assertThat;

class DetectorSpec {

    static final TargetKey TARGET = new TargetKey("eu-1", "prod", "podinfo");

    static final Detector DETECTOR =
            new Detector(DetectionSettings.PLAIN, new SecretFingerprints(new byte[32]));

    private final Sights sights = Manifests.all();

    @Test
    void a_picture_has_definition_revision_readiness_and_route_in_this_order() {
        assertThat(look().parts()).extracting(part -> part.getClass().getSimpleName())
                .containsExactly("DefinitionChanged", "RevisionDetected", "ReadinessChanged",
                        "ReadinessChanged", "RouteChanged");
        assertThat(look().life()).isEqualTo(new Life("life-1"));
    }

    @Test
    void the_revision_is_the_template_with_its_images_and_replicas() {
        var revision = part(RevisionDetected.class);
        assertThat(revision.revision().template().text()).startsWith("v1-");
        assertThat(revision.revision().images()).containsExactly("podinfo:1.0");
        assertThat(revision.replicas()).isEqualTo(2);
        assertThat(revision.workload().generation()).isEqualTo(3);
    }

    @Test
    void another_image_is_another_revision_and_other_replicas_are_not() {
        var before = part(RevisionDetected.class).revision();
        sights.with(Manifests.DEPLOYMENT.replace("replicas: 2", "replicas: 5"));
        assertThat(part(RevisionDetected.class).revision().sameAs(before)).isTrue();
        sights.with(Manifests.DEPLOYMENT.replace("podinfo:1.0", "podinfo:1.1"));
        assertThat(part(RevisionDetected.class).revision().sameAs(before)).isFalse();
    }

    @Test
    void the_primary_has_the_fingerprint_that_it_was_copied_from() {
        var primary = readiness(Side.PRIMARY);
        assertThat(primary.fingerprint()).isEqualTo(new Fingerprint("v1-promoted"));
        assertThat(primary.workload().fence()).isEqualTo(new Fence(1, 4));
        assertThat(primary.readiness().reason()).isEqualTo("podinfo-primary.prod not ready: "
                + "waiting for rollout to finish: 1 of 2 (readyThreshold 100%) updated replicas are available");
    }

    @Test
    void the_canary_has_the_fingerprint_of_its_template_and_its_own_threshold() {
        sights.with(Manifests.DEPLOYMENT.replace("availableReplicas: 2", "availableReplicas: 1"));
        var canary = readiness(Side.CANARY);
        assertThat(canary.readiness().verdict()).isEqualTo(Verdict.READY);
        assertThat(canary.fingerprint())
                .isEqualTo(part(RevisionDetected.class).revision().template());
        sights.with(Manifests.DEPLOYMENT.replace("availableReplicas: 2", "availableReplicas: 0"));
        assertThat(readiness(Side.CANARY).readiness().reason())
                .isEqualTo("canary deployment podinfo.prod not ready: "
                        + "waiting for rollout to finish: 0 of 1 (readyThreshold 50%) updated replicas are available");
    }

    @Test
    void the_route_carries_weight_fence_and_who_wrote_it() {
        var route = part(RouteChanged.class);
        assertThat(route.canary()).isEqualTo(Weight.of(20));
        assertThat(route.manager()).isEqualTo("kubectl");
        assertThat(route.route().fence()).isEqualTo(new Fence(1, 7));
    }

    @Test
    void a_fence_that_somebody_wrote_over_is_none() {
        sights.with(Manifests.ROUTE.replace("\"1.7\"", "mine")
                .replace("fairlead.dev/fence: mine", "x: y"));
        assertThat(part(RouteChanged.class).route().fence()).isEqualTo(Fence.NONE);
        assertThat(ApiObject.fence("mine")).isEqualTo(Fence.NONE);
    }

    @Test
    void a_missing_workload_is_named_as_the_api_server_would() {
        sights.without("Deployment", "podinfo");
        assertThat(part(WorkloadMissing.class).reason()).isEqualTo("deployment podinfo.prod "
                + "get query error: deployments.apps \"podinfo\" not found");
    }

    @Test
    void a_selector_without_a_known_label_is_refused_by_name() {
        sights.with(Manifests.DEPLOYMENT.replace("matchLabels: {app: podinfo}",
                "matchLabels: {tier: web}"));
        assertThat(part(WorkloadMissing.class).reason())
                .isEqualTo("deployment podinfo.prod spec.selector.matchLabels must contain one of "
                        + "[app name app.kubernetes.io/name]");
    }

    @Test
    void tracked_configs_are_part_of_the_revision() {
        sights.with(withEnvironment("false"))
                .withConfig("ConfigMap", "settings", config("484637c76acaa7c6", true))
                .withConfig("Secret", "password", config("0a1b", true));
        assertThat(part(RevisionDetected.class).revision().configs()).isEqualTo(
                Map.of("configmap/settings", "484637c76acaa7c6", "secret/password", "0a1b"));
    }

    @Test
    void secrets_that_are_not_looked_at_are_no_part_of_it() {
        sights.with(withEnvironment("false"))
                .withConfig("ConfigMap", "settings", config("484637c76acaa7c6", true));
        var plain = DetectionSettings.PLAIN;
        var blind = new Detector(new DetectionSettings(plain.meshProvider(),
                plain.metricsServer(), plain.selectorLabels(), true, SecretSight.OFF, true, ""),
                new SecretFingerprints(new byte[32]));
        var picture = blind.look(TARGET, sights, Frame.NONE);
        assertThat(picture.pending()).isEmpty();
        assertThat(picture.parts().get(1)).isInstanceOfSatisfying(RevisionDetected.class,
                found -> assertThat(found.revision().configs())
                        .containsOnlyKeys("configmap/settings"));
    }

    @Test
    void a_config_that_opted_out_is_no_part_of_it() {
        sights.with(withEnvironment("false"))
                .withConfig("ConfigMap", "settings", config("484637c76acaa7c6", false))
                .withConfig("Secret", "password", config("0a1b", true));
        assertThat(part(RevisionDetected.class).revision().configs())
                .containsOnlyKeys("secret/password");
    }

    @Test
    void a_secret_that_was_not_read_yet_is_waited_for() {
        sights.with(withEnvironment("false"))
                .withConfig("ConfigMap", "settings", config("484637c76acaa7c6", true))
                .withConfig("Secret", "password", config("", true));
        assertThat(look().pending()).containsExactly("secret/password");
        assertThat(look().parts()).noneMatch(RevisionDetected.class::isInstance);
    }

    @Test
    void a_config_that_is_missing_stops_the_target_unless_it_is_optional() {
        sights.with(withEnvironment("false"))
                .withConfig("Secret", "password", config("0a1b", true));
        assertThat(part(WorkloadMissing.class).reason()).isEqualTo(
                "configmap settings.prod get query error: configmaps \"settings\" not found");
        sights.with(withEnvironment("true"));
        assertThat(part(RevisionDetected.class).revision().configs())
                .containsOnlyKeys("secret/password");
    }

    @Test
    void a_refused_canary_is_still_looked_at_by_its_last_valid_definition() {
        Frame valid = look().frame();
        sights.with(Manifests.CANARY.replace("interval: 10s", "interval: soon"));
        Picture picture = DETECTOR.look(TARGET, sights, valid);
        assertThat(picture.frame()).isEqualTo(valid);
        assertThat(picture.parts()).hasAtLeastOneElementOfType(DefinitionRefused.class)
                .hasAtLeastOneElementOfType(RevisionDetected.class);
    }

    @Test
    void a_canary_that_is_held_while_it_is_being_deleted_says_so_once() {
        Picture before = look();
        sights.with(Manifests.CANARY.replace("uid: life-1",
                "uid: life-1\n  deletionTimestamp: 2026-11-24T12:00:00Z"));
        Picture now = look();
        assertThat(Edges.between(TARGET, before, now))
                .hasOnlyElementsOfType(DeletionRequested.class);
        assertThat(Edges.between(TARGET, now, look())).isEmpty();
    }

    @Test
    void copies_of_requests_are_seen_in_either_form() {
        assertThat(part(RouteChanged.class).mirrored()).isFalse();
        sights.with(Manifests.ROUTE.replace("http:\n  - route:",
                "http:\n  - mirror: {host: podinfo-canary.prod}\n    route:"));
        assertThat(part(RouteChanged.class).mirrored()).isTrue();
        sights.with(Manifests.ROUTE.replace("http:\n  - route:",
                "http:\n  - mirrors: [{destination: {host: podinfo-canary}}]\n    route:"));
        assertThat(part(RouteChanged.class).mirrored()).isTrue();
        sights.with(Manifests.ROUTE.replace("http:\n  - route:",
                "http:\n  - mirror: {host: recorder}\n    route:"));
        assertThat(part(RouteChanged.class).mirrored()).isFalse();
    }

    @Test
    void a_deleted_canary_leaves_nothing() {
        sights.without("Canary", "podinfo");
        assertThat(look()).isEqualTo(Picture.NOTHING);
    }

    private static String withEnvironment(String optional) {
        return Manifests.DEPLOYMENT.replace("image: \"podinfo:1.0\"}",
                "image: \"podinfo:1.0\", envFrom: [{configMapRef: {name: settings, optional: "
                        + optional + "}}, {secretRef: {name: password}}]}");
    }

    private static ConfigSight config(String checksum, boolean tracked) {
        return new ConfigSight(Sights.seen("ConfigMap", "settings"), tracked, checksum);
    }

    private ReadinessChanged readiness(Side side) {
        return look().parts()
                .stream()
                .filter(ReadinessChanged.class::isInstance)
                .map(ReadinessChanged.class::cast)
                .filter(readiness -> readiness.side() == side)
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
        return DETECTOR.look(TARGET, sights, Frame.NONE);
    }

    static List<Problem> problems(Sights sights) {
        return DETECTOR.look(TARGET, sights, Frame.NONE)
                .parts()
                .stream()
                .filter(DefinitionRefused.class::isInstance)
                .map(DefinitionRefused.class::cast)
                .flatMap(refused -> refused.problems().stream())
                .toList();
    }

    static DefinitionChanged definition(Sights sights) {
        return DETECTOR.look(TARGET, sights, Frame.NONE)
                .parts()
                .stream()
                .filter(DefinitionChanged.class::isInstance)
                .map(DefinitionChanged.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(problems(sights)));
    }
}
