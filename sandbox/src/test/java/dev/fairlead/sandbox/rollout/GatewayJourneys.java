package dev.fairlead.sandbox.rollout;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.RouteDrifted;

import static org.assertj.core.api.Assertions.assertThat;

/** Releases whose users come in through a Gateway, by HTTPRoutes of both versions. */
interface GatewayJourneys extends Company {

    @Journey
    default void a_good_release_behind_a_gateway_is_promoted_and_no_request_is_lost() {
        Stage stage = stage("gw-promoted");
        HttpRoutes routes = HttpRoutes.applied(stage, "gatewayapi:v1", "drain: 1s", "drain: 2s");
        try (Traffic traffic = routes.traffic()) {
            stage.release("1.1.0");
            traffic.reaches("1.1.0");
            stage.awaitPhase("Succeeded");
            assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.1.0");
            assertThat(routes.weight()).isZero();
            assertThat(stage.replicas("app")).isZero();
            assertThat(stage.route("app").get()).as("no VirtualService").isNull();
            assertThat(stage.rule("app-primary").get()).as("no DestinationRule").isNull();
            traffic.isServedBy("1.1.0");
            traffic.lostNothing();
        }
        assertThat(stage.log().bodies(AnalysisPassed.class)).isNotEmpty()
                .allMatch(body -> body.contains("http_request_duration_seconds_count"));
        assertThat(stage.events()).contains("Initialization done! app.gw-promoted",
                "Advance app.gw-promoted canary weight 20",
                "Advance app.gw-promoted canary weight 40",
                "Promotion completed! Scaling down app.gw-promoted");
        stage.invariants().hold();
    }

    @Journey
    default void a_bad_release_behind_a_gateway_of_the_earlier_version_is_rolled_back() {
        Stage stage = stage("gw-errors");
        HttpRoutes routes = HttpRoutes.applied(stage, "gatewayapi:v1beta1", "threshold: 5",
                "threshold: 2");
        try (Traffic traffic = routes.traffic()) {
            stage.release("2.0.0-errors");
            stage.awaitPhase("Failed");
            assertThat(routes.weight()).isZero();
            assertThat(stage.replicas("app")).isZero();
            assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.0.0");
            assertThat(stage.events())
                    .contains("Rolling back app.gw-errors failed checks threshold reached 2");
            traffic.isServedBy("1.0.0");
            traffic.lostNothing();
        }
        stage.invariants().hold();
    }

    @Journey
    default void weights_of_an_HTTPRoute_that_somebody_else_wrote_are_recorded_and_put_right() {
        Stage stage = stage("gw-forged");
        HttpRoutes routes = HttpRoutes.applied(stage, "gatewayapi:v1", "stepWeight: 20",
                "stepWeight: 5");
        try (Traffic traffic = routes.traffic()) {
            stage.release("1.1.0");
            routes.awaitWeight(10);
            routes.forge(100);
            stage.awaitFact(RouteDrifted.class);
            RouteDrifted drifted = stage.log().facts(RouteDrifted.class).getFirst();
            assertThat(drifted.manager()).isEqualTo("kubectl-edit");
            assertThat(drifted.found().percent()).isEqualTo(100);
            Stage.soon("the weight is put right").until(() -> routes.weight() < 100);
            stage.awaitPhase("Succeeded");
            EditJourneys.stepsOnlyRise(stage);
            assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
            traffic.isServedBy("1.1.0");
            traffic.lostNothing();
        }
        stage.invariants().hold();
    }

    @Journey
    default void an_HTTPRoute_deleted_in_mid_rollout_is_made_again_with_its_weight() {
        Stage stage = stage("gw-unrouted");
        HttpRoutes routes = HttpRoutes.applied(stage, "gatewayapi:v1", "stepWeight: 20",
                "stepWeight: 5");
        try (Traffic traffic = routes.traffic()) {
            stage.release("1.1.0");
            routes.awaitWeight(10);
            routes.route().delete();
            Stage.soon("the route is made again").until(() -> routes.weight() >= 10);
            stage.awaitPhase("Succeeded");
            EditJourneys.stepsOnlyRise(stage);
            assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
            traffic.isServedBy("1.1.0");
        }
        stage.invariants().hold();
    }

    @Journey
    default void a_gateway_that_takes_no_routes_holds_the_rollout_and_fails_nothing() {
        Stage stage = stage("gw-refused");
        HttpRoutes routes = HttpRoutes.applied(stage, "gatewayapi:v1");
        try (Traffic traffic = routes.traffic()) {
            routes.closeGateway();
            stage.release("1.1.0");
            Stage.soon("the event that names the gateway")
                    .untilAsserted(() -> assertThat(stage.events())
                            .anyMatch(text -> text.contains(
                                    "HTTPRoute app.gw-refused parent public is not ready (status:"
                                            + " False")));
            assertThat(stage.events()).noneMatch(text -> text.startsWith("Halt "));
            routes.openGateway();
            stage.awaitPhase("Succeeded");
            traffic.isServedBy("1.1.0");
            traffic.lostNothing();
        }
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
        stage.invariants().hold();
    }

    @Journey
    default void a_service_that_somebody_leads_elsewhere_behind_a_gateway_is_led_back() {
        Stage stage = stage("gw-astray");
        HttpRoutes routes = HttpRoutes.applied(stage, "gatewayapi:v1", "stepWeight: 20",
                "stepWeight: 5");
        try (Traffic traffic = routes.traffic()) {
            stage.release("1.1.0");
            routes.awaitWeight(10);
            var apex = stage.client().services().inNamespace("gw-astray").withName("app");
            apex.patch(PatchContext.of(PatchType.JSON_MERGE),
                    "{\"spec\":{\"selector\":{\"app\":\"app\"}}}");
            Stage.soon("the Service is led back")
                    .until(() -> apex.get().getSpec().getSelector().get("app"),
                            "app-primary"::equals);
            stage.awaitPhase("Succeeded");
            EditJourneys.stepsOnlyRise(stage);
            assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
            traffic.isServedBy("1.1.0");
            traffic.lostNothing();
        }
        stage.invariants().hold();
    }
}
