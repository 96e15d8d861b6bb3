package dev.fairlead.sandbox.watcher;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.fabric8.kubernetes.api.model.EnvFromSourceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.Side;
import dev.fairlead.events.Weight;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.DefinitionRefused;
import dev.fairlead.events.observation.GeneratedObjectLost;
import dev.fairlead.events.observation.ReadinessChanged;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.events.observation.RouteChanged;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.events.observation.WorkloadMissing;
import dev.fairlead.sandbox.world.Deployments;
import dev.fairlead.sandbox.world.SharedWorld;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WatchIT {

    private String namespace;

    private Watched watched;

    @BeforeEach
    void start() {
        namespace = SharedWorld.namespace();
        watched = new Watched(SharedWorld.get(), namespace);
    }

    @AfterEach
    void end() {
        watched.close();
    }

    @Test
    void a_new_revision_is_told_and_then_its_readiness() {
        watched.deploy("shop", "demo:1", 1);
        watched.apply(Watched.canary("shop"));
        assertThat(watched.hear(DefinitionChanged.class, each -> true).definition().provider())
                .isEqualTo("istio");
        watched.hear(ReadinessChanged.class, each -> each.readiness().isReady());
        var first = watched.hear(RevisionDetected.class, each -> true);

        int before = watched.voice.size();
        watched.deploy("shop", "demo:2", 1);
        var second = watched.hear(RevisionDetected.class, before,
                each -> each.revision().images().equals(List.of("demo:2")));
        assertThat(second.revision().sameAs(first.revision())).isFalse();
        assertThat(second.workload().resourceVersion())
                .isGreaterThan(first.workload().resourceVersion());
        var ready = watched.hear(ReadinessChanged.class, before,
                each -> each.readiness().isReady());
        assertThat(ready.side()).isEqualTo(Side.CANARY);
        assertThat(ready.fingerprint()).isEqualTo(second.revision().template());
        assertThat(ready.workload().isSettled()).isTrue();
    }

    @Test
    void scaling_is_told_by_verdict_and_not_pod_by_pod() {
        watched.deploy("shop", "demo:1", 0);
        watched.apply(Watched.canary("shop"));
        watched.hear(ReadinessChanged.class,
                each -> each.readiness().verdict() == Verdict.IDLE);

        int before = watched.voice.size();
        watched.deploy("shop", "demo:1", 6);
        watched.hear(ReadinessChanged.class, before, each -> each.readiness().isReady());
        assertThat(watched.voice.of(ReadinessChanged.class, before, each -> true))
                .hasSizeLessThanOrEqualTo(5);
        assertThat(watched.voice.of(RevisionDetected.class, before, each -> true))
                .singleElement()
                .satisfies(each -> assertThat(each.replicas()).isEqualTo(6));
    }

    @Test
    void a_restart_tells_the_same_fingerprint_as_the_watch_did() {
        watched.deploy("shop", "demo:1", 1);
        watched.apply(Watched.canary("shop"));
        watched.hear(RevisionDetected.class, each -> true);
        watched.deploy("shop", "demo:2", 1);
        var watchedOne = watched.hear(RevisionDetected.class,
                each -> each.revision().images().equals(List.of("demo:2")));

        try (Watched again = new Watched(SharedWorld.get(), namespace)) {
            var restated = again.hear(TargetRestated.class, each -> true);
            assertThat(restated.parts()).filteredOn(RevisionDetected.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(RevisionDetected.class, listed -> assertThat(
                            listed.revision()).isEqualTo(watchedOne.revision()));
        }
    }

    @Test
    void a_canary_that_cannot_be_used_is_refused_and_its_neighbours_are_not() {
        watched.deploy("shop", "demo:1", 1);
        watched.apply(Watched.canary("shop"));
        watched.apply(Watched.canary("other"));
        assertThat(watched.hear(WorkloadMissing.class, each -> true).reason())
                .isEqualTo("deployment other." + namespace
                        + " get query error: deployments.apps \"other\" not found");
        watched.hear(DefinitionChanged.class,
                each -> each.target().equals(watched.target("shop")));

        int before = watched.voice.size();
        watched.apply(Watched.canary("shop").replace("interval: 1s", "interval: 1min"));
        var refused = watched.hear(DefinitionRefused.class, before, each -> true);
        assertThat(refused.target()).isEqualTo(watched.target("shop"));
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("spec.analysis.interval");
            assertThat(problem.message()).contains("1min");
        });
        assertThat(watched.voice.of(DefinitionRefused.class, before,
                each -> each.target().equals(watched.target("other")))).isEmpty();
    }

    @Test
    void files_applied_one_after_the_other_are_no_bad_news() {
        watched.apply(Watched.canary("shop")
                .replace("maxWeight: 50",
                        "maxWeight: 50, metrics: [{name: errors, templateRef: {name: errors}}]"));
        watched.apply("""
                apiVersion: flagger.app/v1beta1
                kind: MetricTemplate
                metadata: {name: errors}
                spec:
                  provider: {type: prometheus, address: "http://prometheus:9090"}
                  query: sum(errors)
                """);
        watched.deploy("shop", "demo:1", 1);
        watched.hear(DefinitionChanged.class, each -> true);
        watched.hear(RevisionDetected.class, each -> true);
        assertThat(watched.voice.said()).noneMatch(DefinitionRefused.class::isInstance)
                .noneMatch(WorkloadMissing.class::isInstance);
    }

    @Test
    void a_route_is_told_with_its_fence_and_the_hand_that_changed_it() {
        watched.deploy("shop", "demo:1", 1);
        watched.apply(Watched.canary("shop"));
        watched.route("shop", 20, Map.of("fairlead.dev/fence", "1.7"));
        var ours = watched.hear(RouteChanged.class, each -> true);
        assertThat(ours.canary()).isEqualTo(Weight.of(20));
        assertThat(ours.intact()).isTrue();
        assertThat(ours.route().fence()).isEqualTo(new Fence(1, 7));

        watched.route("shop", 70, Map.of("fairlead.dev/fence", "1.7"));
        var theirs = watched.hear(RouteChanged.class,
                each -> each.canary().equals(Weight.of(70)));
        assertThat(theirs.manager()).isEqualTo("fabric8");
        assertThat(theirs.route().generation()).isGreaterThan(ours.route().generation());

        watched.delete("networking.istio.io/v1beta1", "VirtualService", "shop");
        assertThat(watched.hear(GeneratedObjectLost.class, each -> true).kind())
                .isEqualTo("VirtualService");
    }

    @Test
    void a_changed_secret_is_a_new_revision_and_its_value_is_told_to_nobody() {
        secret("first-s3cret");
        watched.deploy(withSecret());
        watched.apply(Watched.canary("shop"));
        var first = watched.hear(RevisionDetected.class, each -> true);
        assertThat(first.revision().configs()).containsOnlyKeys("secret/password");

        secret("second-s3cret");
        var second = watched.hear(RevisionDetected.class,
                each -> !each.revision().sameAs(first.revision()));
        assertThat(second.revision().template()).isEqualTo(first.revision().template());
        assertThat(watched.voice.said().toString()).doesNotContain("s3cret",
                Base64.getEncoder().encodeToString("second-s3cret".getBytes(UTF_8)));

        secret("first-s3cret");
        watched.hear(RevisionDetected.class, watched.voice.size() - 1,
                each -> each.revision().sameAs(first.revision()));
    }

    @Test
    void a_deleted_canary_is_gone_and_one_made_again_is_another_life() {
        watched.deploy("shop", "demo:1", 1);
        watched.apply(Watched.canary("shop"));
        var first = watched.hear(DefinitionChanged.class, each -> true);
        watched.deleteCanary("shop");
        assertThat(watched.hear(TargetGone.class, each -> true).life()).isEqualTo(first.life());

        watched.apply(Watched.canary("shop"));
        var second = watched.hear(DefinitionChanged.class,
                each -> !each.life().equals(first.life()));
        assertThat(second.definition()).isEqualTo(first.definition());
    }

    @Test
    void a_target_is_restated_when_asked_and_a_missing_one_is_gone() {
        watched.deploy("shop", "demo:1", 1);
        watched.apply(Watched.canary("shop"));
        watched.hear(ReadinessChanged.class, each -> each.readiness().isReady());

        int before = watched.voice.size();
        watched.watch().restate(List.of(watched.target("shop"), watched.target("nobody")));
        var restated = watched.hear(TargetRestated.class, before, each -> true);
        assertThat(restated.target()).isEqualTo(watched.target("shop"));
        assertThat(restated.parts()).hasSize(3);
        assertThat(watched.hear(TargetGone.class, each -> true).target())
                .isEqualTo(watched.target("nobody"));
    }

    @Test
    void what_was_not_heard_is_said_again_before_the_next_heartbeat() {
        watched.deploy("shop", "demo:1", 1);
        watched.apply(Watched.canary("shop"));
        watched.hear(ReadinessChanged.class, each -> each.readiness().isReady());
        await().atMost(Watched.SOON).until(() -> !watched.voice.beats().isEmpty());

        watched.voice.deaf(true);
        watched.deploy("shop", "demo:2", 1);
        await().atMost(Watched.SOON).until(() -> watched.watch().unheard() == 1);
        int beats = watched.voice.beats().size();
        await().during(java.time.Duration.ofSeconds(6))
                .atMost(Watched.SOON)
                .until(() -> watched.voice.beats().size() == beats);

        int before = watched.voice.size();
        watched.voice.deaf(false);
        var restated = watched.hear(TargetRestated.class, before, each -> true);
        assertThat(restated.parts().toString()).contains("demo:2");
        await().atMost(Watched.SOON).until(() -> watched.voice.beats().size() > beats);
    }

    @Test
    void a_watcher_that_sees_everything_says_so() {
        await().atMost(Watched.SOON).until(() -> watched.watch().waitingFor().isEmpty());
        await().atMost(Watched.SOON).until(() -> !watched.voice.beats().isEmpty());
        Set<String> blind = new HashSet<>(watched.voice.beats().getLast());
        assertThat(blind).isEmpty();
    }

    private void secret(String value) {
        SharedWorld.get()
                .client()
                .resource(new SecretBuilder().withNewMetadata()
                        .withName("password")
                        .withNamespace(namespace)
                        .endMetadata()
                        .withType("Opaque")
                        .addToData("password",
                                Base64.getEncoder().encodeToString(value.getBytes(UTF_8)))
                        .build())
                .forceConflicts()
                .serverSideApply();
    }

    private Deployment withSecret() {
        Deployment deployment = Deployments.of(namespace, "shop", "demo:1", 1);
        deployment.getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .setEnvFrom(List.of(new EnvFromSourceBuilder().withNewSecretRef()
                        .withName("password")
                        .endSecretRef()
                        .build()));
        return deployment;
    }
}
