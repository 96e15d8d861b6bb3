package dev.fairlead.sandbox.rollout;

import java.util.List;

import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.RolloutSucceeded;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;

import static org.assertj.core.api.Assertions.assertThat;

/** Releases, good and bad, and releases that come too soon. */
interface ReleaseJourneys extends Company {

    @Journey
    default void a_good_release_is_promoted_and_no_request_is_lost() {
        Stage stage = stage("promoted").applied("drain: 1s", "drain: 2s").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitPhase("Succeeded");
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.1.0");
        assertThat(stage.weight()).isZero();
        assertThat(stage.replicas("app")).isZero();
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        assertThat(stage.events()).contains("Initialization done! app.promoted",
                "New revision detected! Scaling up app.promoted",
                "Starting canary analysis for app.promoted",
                "Advance app.promoted canary weight 20", "Advance app.promoted canary weight 40",
                "Copying app.promoted template spec to app-primary.promoted",
                "Routing all traffic to primary",
                "Promotion completed! Scaling down app.promoted");
        stage.invariants().hold();
    }

    @Journey
    default void a_release_that_answers_with_errors_is_rolled_back() {
        Stage stage = stage("errors").applied("threshold: 5", "threshold: 2").initialized();
        Traffic traffic = stage.traffic();
        stage.release("2.0.0-errors");
        isRolledBack(stage, traffic, "Rolling back app.errors failed checks threshold reached 2");
        stage.invariants().hold();
    }

    @Journey
    default void a_release_that_is_slow_is_rolled_back() {
        Stage stage = stage("slow").applied("threshold: 5", "threshold: 2",
                "request-success-rate", "request-duration", "min: 95", "max: 300").initialized();
        Traffic traffic = stage.traffic();
        stage.release("2.0.0-slow");
        isRolledBack(stage, traffic, "Rolling back app.slow failed checks threshold reached 2");
        assertThat(stage.events()).anyMatch(text -> text
                .matches("Halt app\\.slow advancement request duration .* > 300ms"));
        stage.invariants().hold();
    }

    private static void isRolledBack(Stage stage, Traffic traffic, String event) {
        stage.awaitPhase("Failed");
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.0.0");
        assertThat(stage.weight()).isZero();
        assertThat(stage.replicas("app")).isZero();
        traffic.isServedBy("1.0.0");
        traffic.lostNothing();
        assertThat(stage.events()).contains(event,
                "Canary failed! Scaling down app." + stage.namespace());
    }

    @Journey
    default void a_metric_template_is_asked_with_its_variables() {
        Stage stage = stage("variables");
        stage.apply("""
                apiVersion: flagger.app/v1beta1
                kind: MetricTemplate
                metadata:
                  name: share-of
                spec:
                  provider:
                    type: prometheus
                    address: %s
                  query: |
                    100 * (sum(rate(istio_requests_total{reporter="destination",
                      destination_workload_namespace="{{ namespace }}",
                      destination_workload="{{ target }}",
                      response_code=~"{{ variables.codes }}"}[{{ interval }}])) or vector(0))
                    / sum(rate(istio_requests_total{reporter="destination",
                      destination_workload_namespace="{{ namespace }}",
                      destination_workload="{{ target }}"}[{{ interval }}]))
                """.formatted(scene().world().prometheus().address()));
        stage.applied("threshold: 5", "threshold: 2", "name: request-success-rate", """
                name: errors
                        templateRef:
                          name: share-of
                        templateVariables:
                          codes: 5..""", "min: 95", "max: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitPhase("Succeeded");
        assertThat(stage.log().bodies(AnalysisPassed.class)).isNotEmpty()
                .allMatch(body -> body.contains("response_code=~\\\"5..\\\""));
        stage.release("2.0.0-errors");
        stage.awaitPhase("Failed");
        assertThat(stage.events()).anyMatch(text -> text
                .matches(
                        "Halt variables\\.variables.*|Halt app\\.variables advancement errors .*"));
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void pods_that_never_get_ready_are_given_up_at_the_deadline() {
        Stage stage = stage("never").applied().initialized();
        Traffic traffic = stage.traffic();
        stage.release("2.0.0-never-ready");
        stage.awaitPhase("Failed");
        assertThat(stage.weight()).isZero();
        assertThat(stage.replicas("app")).isZero();
        traffic.isServedBy("1.0.0");
        traffic.lostNothing();
        assertThat(stage.events()).anyMatch(text -> text
                .startsWith("Rolling back app.never progress deadline exceeded "));
        assertThat(stage.events()).noneMatch(text -> text.startsWith("Advance "));
        stage.invariants().hold();
    }

    @Journey
    default void a_newer_revision_in_mid_analysis_takes_the_place_of_the_first() {
        Stage stage = stage("restart").applied("stepWeight: 20", "stepWeight: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(10);
        stage.release("1.2.0");
        stage.awaitEvent("New revision detected! Restarting analysis for app.restart");
        stage.awaitPhase("Succeeded");
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.2.0");
        traffic.isServedBy("1.2.0");
        traffic.lostNothing();
        assertThat(stage.log().facts(RolloutStarted.class)).extracting(RolloutStarted::restarted)
                .containsExactly(false, true);
        stage.invariants().hold();
    }

    @Journey
    default void a_newer_revision_in_mid_promotion_reaches_nobody_before_its_own_analysis() {
        Stage stage = stage("overtaken").applied().initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0", "START_DELAY_MS", "4000");
        stage.awaitPhase("Promoting");
        stage.release("1.2.0", "START_DELAY_MS", "4000");
        stage.awaitFact(TrafficShiftOrdered.class, it -> it.purpose() == Purpose.SAFETY);
        Stage.soon("two rollouts")
                .until(() -> stage.log()
                        .facts(RolloutStarted.class)
                        .size() == 2);
        assertThat(traffic.tally().versions()).doesNotContainKey("1.2.0");
        Stage.soon("both promoted")
                .until(() -> stage.log()
                        .facts(RolloutSucceeded.class)
                        .size() == 2);
        stage.awaitPhase("Succeeded");
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.2.0");
        assertThat(stage.log().images(RolloutStarted.class, RolloutStarted::revision))
                .isEqualTo(List.of("registry.local/app:1.1.0", "registry.local/app:1.2.0"));
        traffic.isServedBy("1.2.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void a_canary_that_cannot_be_used_says_so_and_the_last_valid_one_holds() {
        Stage stage = stage("refused").applied().initialized();
        stage.patchCanary("{\"spec\":{\"analysis\":{\"interval\":\"1min\"}}}");
        Stage.soon("the event that names the field")
                .untilAsserted(() -> assertThat(stage.events())
                        .anyMatch(text -> text.contains("spec.analysis.interval")
                                && text.contains("1min")));
        assertThat(stage.canary().toString()).contains("fairlead.dev/Valid");
        stage.release("1.1.0");
        stage.awaitPhase("Progressing");
    }
}
