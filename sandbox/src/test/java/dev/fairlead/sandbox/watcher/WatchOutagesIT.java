package dev.fairlead.sandbox.watcher;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.ReadinessChanged;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.events.observation.RouteChanged;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.sandbox.world.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WatchOutagesIT {

    /** A watch that was lost is tried again with growing pauses. */
    private static final Duration BACK = Duration.ofSeconds(60);

    private static int namespaces;

    private static World world;

    private Watched watched;

    @BeforeAll
    static void start() {
        world = World.plan().start();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @BeforeEach
    void watch() {
        String namespace = "outage-" + ++namespaces;
        world.controlPlane().namespace(namespace);
        watched = Watched.everywhere(world, namespace);
        watched.deploy("shop", "demo:1", 1);
        watched.apply(Watched.canary("shop"));
        watched.apply(Watched.canary("leaving"));
        watched.hear(ReadinessChanged.class, each -> each.readiness().isReady());
        watched.hear(DefinitionChanged.class,
                each -> each.target().equals(watched.target("leaving")));
    }

    @AfterEach
    void end_of_watch() {
        watched.close();
    }

    @Test
    void what_changes_while_nobody_can_watch_is_told_after() {
        int before = watched.voice.size();
        world.controlPlane().stopApiServer();
        await().atMost(BACK).until(() -> watched.watch().blind().contains("Deployment"));
        assertThat(watched.watch().waitingFor()).isPresent();
        world.controlPlane().startApiServer();
        watched.deploy("shop", "demo:2", 2);
        watched.deleteCanary("leaving");

        await().atMost(BACK).until(() -> watched.watch().blind().isEmpty());
        watched.hear(RevisionDetected.class, before,
                each -> each.revision().images().equals(List.of("demo:2")));
        watched.hear(TargetGone.class, before,
                each -> each.target().equals(watched.target("leaving")));
    }

    @Test
    void after_a_freeze_of_the_api_server_everything_is_said_again() {
        int before = watched.voice.size();
        world.controlPlane().pauseApiServer();
        try {
            await().atMost(BACK).until(() -> !watched.watch().blind().isEmpty());
            await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
        } finally {
            world.controlPlane().resumeApiServer();
        }
        await().atMost(BACK).until(() -> watched.watch().blind().isEmpty());
        await().atMost(BACK)
                .until(() -> !watched.voice
                        .of(TargetRestated.class, before,
                                each -> each.target().equals(watched.target("shop")))
                        .isEmpty());
    }

    @Test
    void a_watcher_may_start_before_its_cluster() {
        world.controlPlane().stopApiServer();
        try (Watched early = Watched.everywhere(world, "outage-" + namespaces)) {
            await().atMost(BACK)
                    .until(() -> early.watch().waitingFor().orElse("").contains("cluster it"));
            world.controlPlane().startApiServer();
            await().atMost(BACK)
                    .until(() -> !early.voice.of(TargetRestated.class, 0,
                            each -> each.target().equals(early.target("shop"))).isEmpty());
        }
    }

    @Test
    void a_kind_that_is_installed_later_is_watched_then_and_stops_nothing_before() {
        var definitions = world.client().apiextensions().v1().customResourceDefinitions();
        var definition = definitions.withName("destinationrules.networking.istio.io").get();
        definitions.withName("destinationrules.networking.istio.io").delete();
        await().atMost(BACK).until(() -> watched.watch().blind().contains("DestinationRule"));
        try (Watched late = Watched.everywhere(world, "outage-" + namespaces)) {
            late.hear(TargetRestated.class, each -> each.target().equals(late.target("shop")));
            assertThat(late.watch().waitingFor()).hasValueSatisfying(reason -> assertThat(reason)
                    .contains("destinationrules.networking.istio.io", "not installed"));
            definition.getMetadata().setResourceVersion(null);
            world.client().resource(definition).create();
            await().atMost(BACK).until(() -> late.watch().blind().isEmpty());
        }
        await().atMost(BACK).until(() -> watched.watch().blind().isEmpty());
    }

    @Test
    void a_gateway_api_that_is_installed_later_is_watched_then_and_missed_by_nobody_before()
            throws IOException {
        await().atMost(BACK).until(() -> watched.watch().waitingFor().isEmpty());
        watched.apply(Watched.canary("behind")
                .replace("service: {",
                        "provider: \"gatewayapi:v1\"\n  service: {gatewayRefs: [{name: public}], "));
        try (InputStream definitions = Objects.requireNonNull(WatchOutagesIT.class
                .getResourceAsStream("/dev/fairlead/sandbox/crds/gateway-api.yaml"))) {
            await().atMost(BACK).until(() -> watched.watch().blind().contains("HTTPRoute"));
            world.client().load(definitions).forceConflicts().serverSideApply();
        }
        await().atMost(BACK).until(() -> watched.watch().blind().isEmpty());
        watched.apply("""
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: behind}
                spec:
                  parentRefs: [{name: public}]
                  rules:
                  - backendRefs:
                    - {name: behind-primary, port: 9898, weight: 60}
                    - {name: behind-canary, port: 9898, weight: 40}
                """);
        var route = watched.hear(RouteChanged.class,
                each -> each.target().equals(watched.target("behind")));
        assertThat(route.canary().percent()).isEqualTo(40);
        assertThat(route.route().kind()).isEqualTo("HTTPRoute");
    }
}
