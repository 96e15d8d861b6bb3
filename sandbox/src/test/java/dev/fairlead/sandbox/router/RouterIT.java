package dev.fairlead.sandbox.router;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.fairlead.clusters.ClustersHealth;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Revision;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.events.report.ChangeOvertaken;
import dev.fairlead.events.report.ChangeRefused;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.events.report.Report;
import dev.fairlead.sandbox.world.SharedWorld;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.topics.WaitingHealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RouterIT {

    private static final String CLUSTER = "router-it";

    private static World world;
    private static RunningRouter router;

    @BeforeAll
    static void start() {
        world = SharedWorld.get();
        router = new RunningRouter(CLUSTER, world.controlPlane().kubeconfig(),
                world.kafka().bootstrapServers());
    }

    @AfterAll
    static void stop() {
        router.close();
    }

    @Test
    void a_target_is_prepared_tried_and_promoted() {
        Target target = target();
        Revision first = target.revision();
        assertThat(applied(target.prepare(Stage.PRIMARY, 1)).revision().sameAs(first)).isTrue();
        awaitReady(target, "podinfo-primary");
        applied(target.prepare(Stage.TRAFFIC, 2));
        assertThat(applied(target.scale(Direction.DOWN, 3)).replicas()).isZero();
        assertThat(weights(target)).containsExactly(100, 0);

        target.change(target.deployment("podinfo")
                .edit()
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withImage("demo:2")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());
        Revision second = target.revision();
        assertThat(applied(target.scale(Direction.UP, 4)).replicas()).isEqualTo(2);
        applied(target.shift(10, 5));
        assertThat(weights(target)).containsExactly(90, 10);
        assertThat(refused(target.promote(first, 6))).isEqualTo(Reason.MOVED_ON);
        assertThat(applied(target.promote(second, 7)).revision().sameAs(second)).isTrue();

        Deployment primary = target.deployment("podinfo-primary");
        var container = primary.getSpec().getTemplate().getSpec().getContainers().getFirst();
        assertThat(container.getImage()).isEqualTo("demo:2");
        assertThat(container.getEnvFrom().getFirst().getConfigMapRef().getName())
                .isEqualTo("podinfo-config-primary");
        assertThat(primary.getMetadata().getLabels())
                .containsEntry("app.kubernetes.io/part-of", "shop");
        ConfigMap copy = target.client()
                .configMaps()
                .inNamespace(target.namespace())
                .withName("podinfo-config-primary")
                .get();
        assertThat(copy.getData()).containsEntry("color", "blue");
        assertThat(target.client()
                .secrets()
                .inNamespace(target.namespace())
                .withName("podinfo-secret-primary")
                .get()
                .getData()).containsEntry("password", "czNjcjN0");
        awaitReady(target, "podinfo-primary");
        assertThat(applied(target.promote(second, 7)).revision().sameAs(second)).isTrue();
    }

    @Test
    void a_fresh_router_gets_the_older_order_after_the_newer() {
        Target target = prepared();
        applied(target.shift(30, 20));
        router.startAnew();
        Report late = router.answer(target.shift(10, 10));
        assertThat(late).isInstanceOfSatisfying(ChangeOvertaken.class,
                report -> assertThat(report.shown()).isEqualTo(new Fence(1, 20)));
        assertThat(weights(target)).containsExactly(70, 30);
    }

    @Test
    void what_others_wrote_into_a_route_stays() {
        Target target = prepared();
        applied(target.shift(10, 20));
        target.patchRoute("""
                {"metadata": {"labels": {"their": "label"}}, "spec": {"exportTo": ["."],
                 "tls": [{"match": [{"port": 443, "sniHosts": ["a.example.com"]}],
                          "route": [{"destination": {"host": "a"}}]}]}}""");
        applied(target.shift(20, 21));
        Map<?, ?> spec = (Map<?, ?>) target.route().getAdditionalProperties().get("spec");
        assertThat(weights(target)).containsExactly(80, 20);
        assertThat(spec.get("exportTo")).isEqualTo(List.of("."));
        assertThat(spec.containsKey("tls")).isTrue();
        assertThat(target.route().getMetadata().getLabels()).containsEntry("their", "label");
    }

    @Test
    void a_step_costs_one_write_for_each_object_and_no_read() {
        Target target = prepared();
        applied(target.shift(10, 20));
        applied(target.status("Progressing", "Unknown", 21, "Advance podinfo.it canary weight 10"));
        double reads = router.calls("verb", "get");
        double routes = router.calls("kind", "VirtualService");
        double statuses = router.calls("kind", "Canary");
        double events = router.calls("kind", "Event");
        applied(target.shift(20, 22));
        applied(target.status("Progressing", "Unknown", 23, "Advance podinfo.it canary weight 20"));
        assertThat(router.calls("verb", "get") - reads).isZero();
        assertThat(router.calls("kind", "VirtualService") - routes).isEqualTo(1);
        assertThat(router.calls("kind", "Canary") - statuses).isEqualTo(1);
        assertThat(router.calls("kind", "Event") - events).isEqualTo(1);
    }

    @Test
    void status_is_written_with_its_fence_and_an_older_one_changes_nothing() {
        Target target = target();
        applied(target.status("Succeeded", "True", 9));
        assertThat(router.answer(target.status("Progressing", "Unknown", 8)))
                .isInstanceOf(ChangeOvertaken.class);
        Map<?, ?> status = status(target.canary());
        assertThat(status.get("phase")).isEqualTo("Succeeded");
        assertThat(status.get("canaryWeight")).isEqualTo(10);
        assertThat(status.get("lastTransitionTime")).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(((Map<?, ?>) status.get("fairlead")).get("fence")).isEqualTo("1.9");
        assertThat(status.get("conditions").toString()).contains("type=Promoted", "status=True",
                "reason=Succeeded");
    }

    @Test
    void repeated_words_are_one_event_that_is_counted_once_for_each_order() {
        Target target = target();
        applied(target.status("Progressing", "Unknown", 1, "same words"));
        applied(target.status("Progressing", "Unknown", 1, "same words"));
        applied(target.status("Progressing", "Unknown", 2, "same words"));
        router.startAnew();
        applied(target.status("Progressing", "Unknown", 3, "same words"));
        List<Event> events = target.client()
                .v1()
                .events()
                .inNamespace(target.namespace())
                .list()
                .getItems()
                .stream()
                .filter(event -> event.getMessage().equals("same words"))
                .toList();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getCount()).isEqualTo(3);
            assertThat(event.getSource().getComponent()).isEqualTo("flagger");
            assertThat(event.getReason()).isEqualTo("Synced");
            assertThat(event.getInvolvedObject().getKind()).isEqualTo("Canary");
        });
    }

    @Test
    void an_order_for_a_canary_of_another_life_is_refused() {
        Target target = prepared();
        target.client().resource(target.canary()).delete();
        await().atMost(Duration.ofSeconds(20)).until(() -> target.canary() == null);
        assertThat(refused(target.status("Failed", "False", 30))).isEqualTo(Reason.MISSING);
        assertThat(refused(target.shift(10, 31))).isEqualTo(Reason.MISSING);
    }

    @Test
    void what_a_namespace_that_is_being_deleted_does_not_take_is_refused_by_that_cause() {
        Target target = target();
        var prepare = target.prepare(Stage.PRIMARY, 40);
        target.held(true);
        target.client().namespaces().withName(target.namespace()).delete();
        assertThat(router.answer(prepare)).isInstanceOfSatisfying(ChangeRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.NAMESPACE_TERMINATING);
            assertThat(refused.message()).startsWith("HTTP 403: NamespaceTerminating: ");
        });
        assertThat(refused(target.status("Failed", "False", 41, "told to nobody")))
                .isEqualTo(Reason.NAMESPACE_TERMINATING);
        assertThat(status(target.canary()).get("phase")).isEqualTo("Failed");
        target.held(false);
    }

    @Test
    void health_says_that_nothing_is_waited_for() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(router.bean(WaitingHealth.class).health().getStatus().getCode())
                    .isEqualTo("UP");
            assertThat(router.bean(ClustersHealth.class).health().getDetails().toString())
                    .contains("reachable, Kubernetes v1.");
        });
    }

    private static Target target() {
        return new Target(world.client(), CLUSTER, SharedWorld.namespace());
    }

    private static Target prepared() {
        Target target = target();
        applied(target.prepare(Stage.PRIMARY, 1));
        applied(target.prepare(Stage.TRAFFIC, 2));
        return target;
    }

    private static ChangeApplied applied(dev.fairlead.events.order.Order order) {
        Report report = router.answer(order);
        assertThat(report).isInstanceOf(ChangeApplied.class);
        return (ChangeApplied) report;
    }

    private static Reason refused(dev.fairlead.events.order.Order order) {
        Report report = router.answer(order);
        assertThat(report).isInstanceOf(ChangeRefused.class);
        return ((ChangeRefused) report).reason();
    }

    private static void awaitReady(Target target, String deployment) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Integer.valueOf(2)
                        .equals(target.deployment(deployment).getStatus().getReadyReplicas()));
    }

    private static List<Integer> weights(Target target) {
        Map<?, ?> spec = (Map<?, ?>) target.route().getAdditionalProperties().get("spec");
        Map<?, ?> route = (Map<?, ?>) ((List<?>) spec.get("http")).getFirst();
        return ((List<?>) route.get("route")).stream()
                .map(side -> (Integer) ((Map<?, ?>) side).get("weight"))
                .toList();
    }

    private static Map<?, ?> status(GenericKubernetesResource canary) {
        return (Map<?, ?>) canary.getAdditionalProperties().get("status");
    }
}
