package dev.fairlead.sandbox.rollout;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadPlan;

import static org.assertj.core.api.Assertions.assertThat;

/** Blue/green by Services alone: no mesh, no gateway; users call the apex Service. */
interface ServiceJourneys extends Company {

    /** Provider, strategy, and pods that Prometheus finds: old text, new text. */
    String[] PLAIN = {"spec:\n  targetRef:", "spec:\n  provider: kubernetes\n  targetRef:",
        "    maxWeight: 40\n    stepWeight: 20\n", "    iterations: 3\n",
        HttpRoutes.SCRAPED[0], HttpRoutes.SCRAPED[1]};

    @Journey
    default void a_good_release_behind_plain_services_is_promoted_after_its_iterations() {
        Stage stage = stage("plain").applied(PLAIN).initialized();
        Traffic traffic = stage.traffic();
        try (LoadGenerator tester = tester(stage)) {
            stage.release("1.1.0");
            stage.awaitPhase("Succeeded");
            assertThat(tester.tally().versions()).containsKey("1.1.0");
        }
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.1.0");
        assertThat(stage.replicas("app")).isZero();
        assertThat(stage.route("app").get()).as("no VirtualService").isNull();
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        assertThat(stage.events()).contains("Initialization done! app.plain",
                "Advance app.plain canary iteration 1/3", "Advance app.plain canary iteration 3/3",
                "Copying app.plain template spec to app-primary.plain",
                "Promotion completed! Scaling down app.plain");
        stage.invariants().hold();
    }

    @Journey
    default void a_bad_release_behind_plain_services_is_seen_by_no_user() {
        String[] strict = {"threshold: 5", "threshold: 2"};
        Stage stage = stage("plain-errors").applied(with(PLAIN, strict)).initialized();
        Traffic traffic = stage.traffic();
        try (LoadGenerator tester = tester(stage)) {
            stage.release("2.0.0-errors");
            stage.awaitPhase("Failed");
            assertThat(tester.tally().versions()).containsKey("2.0.0-errors");
        }
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.0.0");
        assertThat(stage.replicas("app")).isZero();
        assertThat(traffic.tally().versions()).containsOnlyKeys("1.0.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void a_service_that_users_call_is_taken_over_without_losing_a_request() {
        Stage stage = stage("plain-adopted");
        stage.applyDeployment();
        stage.apply("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: app
                spec:
                  selector:
                    app: app
                  ports:
                    - port: 9898
                """);
        Traffic traffic = stage.traffic();
        stage.apply(Manifest.app(with(PLAIN, "drain: 1s", "drain: 3s")).getLast());
        stage.initialized();
        assertThat(stage.client()
                .services()
                .inNamespace(stage.namespace())
                .withName("app")
                .get()
                .getSpec()
                .getSelector()).isEqualTo(Map.of("app", "app-primary"));
        assertThat(stage.replicas("app")).isZero();
        traffic.isServedBy("1.0.0");
        traffic.lostNothing();
        assertThat(stage.log().facts(RolloutStarted.class)).isEmpty();
        stage.invariants().hold();
    }

    /** Calls the canary's own Service, as a load test does; nobody answers before it has pods. */
    private static LoadGenerator tester(Stage stage) {
        return stage.scene.load(stage.namespace, "tester",
                LoadPlan.steady("app-canary." + stage.namespace, 30, Duration.ofMinutes(10)));
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
