package dev.fairlead.sandbox.rollout;

import java.time.Duration;
import java.util.List;

import dev.fairlead.events.fact.DefinitionRejected;
import dev.fairlead.events.fact.DefinitionRevised;
import dev.fairlead.events.fact.RollbackOrdered;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.RolloutSuperseded;
import dev.fairlead.events.fact.RolloutWithdrawn;
import dev.fairlead.events.fact.TargetInitialized;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.fact.TrafficShifted;

import static org.assertj.core.api.Assertions.assertThat;

/** The Canary is edited in mid-rollout: each kind of edit. */
interface EditJourneys extends Company {

    @Journey
    default void stricter_checks_count_from_the_next_analysis() {
        Stage stage = stage("stricter").applied("maxWeight: 40", "maxWeight: 90",
                "stepWeight: 20", "stepWeight: 5", "min: 95", "min: 0").initialized();
        Traffic traffic = stage.traffic();
        stage.release("2.0.0-errors");
        stage.awaitWeight(15);
        stage.patchCanary("""
                {"spec":{"analysis":{"threshold":2,"metrics":[{"name":"request-success-rate",
                "interval":"4s","thresholdRange":{"min":95}}]}}}""");
        stage.awaitPhase("Failed");
        assertThat(stage.log().types()).containsSubsequence("AnalysisPassed", "DefinitionRevised",
                "AnalysisFailed", "RollbackOrdered", "RolloutFailed");
        assertThat(stage.events()).anyMatch(text -> text
                .matches("Halt app\\.stricter advancement success rate .* < 95%"));
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
        traffic.isServedBy("1.0.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void a_hook_and_an_interval_count_from_the_next_analysis() {
        Stage stage = stage("hooked").applied("stepWeight: 20", "stepWeight: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(10);
        String path = "/added-to-hooked";
        stage.patchCanary("""
                {"spec":{"analysis":{"interval":"2s","webhooks":[{"name":"added",
                "type":"rollout","url":"%s"}]}}}""".formatted(scene().hooks().url(path)));
        stage.awaitPhase("Succeeded");
        assertThat(scene().hooks().payloads(path)).isNotEmpty()
                .allMatch(hook -> hook.getString("namespace").equals("hooked"));
        assertThat(stage.log().types()).containsSubsequence("AnalysisPassed", "DefinitionRevised",
                "HooksPassed", "AnalysisPassed");
        assertThat(stage.log().types().indexOf("HooksOrdered"))
                .isGreaterThan(stage.log().types().indexOf("DefinitionRevised"));
        TrafficShifted last = stage.log()
                .facts(TrafficShifted.class)
                .stream()
                .filter(shifted -> shifted.canary().percent() == 40)
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(last.at(), last.due())).isEqualTo(Duration.ofSeconds(2));
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void routing_fields_are_written_at_once_and_the_weights_stay() {
        Stage stage = stage("routing").applied("stepWeight: 20", "stepWeight: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(10);
        stage.patchCanary("""
                {"spec":{"service":{"timeout":"7s","retries":{"attempts":2},
                "headers":{"request":{"set":{"x-edited":"yes"}}}}}}""");
        Stage.soon("the timeout in the route")
                .until(() -> stage.route("app")
                        .get()
                        .toString()
                        .contains("timeout=7s"));
        assertThat(stage.route("app").get().toString()).contains("x-edited");
        stage.awaitPhase("Succeeded");
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
        stepsOnlyRise(stage);
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        assertThat(stage.count("Advance app.routing canary weight 10")).isEqualTo(1);
        stage.invariants().hold();
    }

    @Journey
    default void another_list_of_steps_goes_on_above_the_current_weight() {
        Stage stage = stage("steps").applied("stepWeight: 20", "stepWeight: 4").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(8);
        stage.patchCanary("""
                {"spec":{"analysis":{"stepWeight":null,"maxWeight":null,
                "stepWeights":[4,30,60]}}}""");
        stage.awaitPhase("Succeeded");
        List<Integer> weights = ordered(stage, Purpose.STEP);
        assertThat(weights).endsWith(30, 60).doesNotHaveDuplicates().isSorted();
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
        assertThat(stage.events()).contains("Advance app.steps canary weight 30",
                "Advance app.steps canary weight 60");
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void another_port_ends_the_rollout_and_prepares_the_target_anew() {
        Stage stage = stage("port").applied("stepWeight: 20", "stepWeight: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(10);
        stage.patchCanary("{\"spec\":{\"service\":{\"port\":8080,\"targetPort\":9898}}}");
        isInitializedAgain(stage);
        isPromotedAfterAll(stage);
        assertThat(stage.client()
                .services()
                .inNamespace("port")
                .withName("app")
                .get()
                .getSpec()
                .getPorts()
                .getFirst()
                .getPort()).isEqualTo(8080);
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void another_service_name_ends_the_rollout_and_prepares_the_target_anew() {
        Stage stage = stage("service").applied("stepWeight: 20", "stepWeight: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(10);
        stage.patchCanary("{\"spec\":{\"service\":{\"name\":\"shop\"}}}");
        isInitializedAgain(stage);
        Traffic shop = stage.traffic("shop");
        isPromotedAfterAll(stage);
        shop.isServedBy("1.1.0");
        shop.lostNothing();
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void another_target_ends_the_rollout_and_prepares_the_target_anew() {
        Stage stage = stage("other").applied("stepWeight: 20", "stepWeight: 5", "service:",
                "service:\n    name: app").initialized();
        Traffic traffic = stage.traffic();
        stage.applyDeployment("name: app", "name: next", "app: app", "app: next", "1.0.0", "3.0.0");
        stage.release("1.1.0");
        stage.awaitWeight(10);
        stage.patchCanary("{\"spec\":{\"targetRef\":{\"name\":\"next\"}}}");
        stage.awaitFact(RolloutWithdrawn.class);
        Stage.soon("a second initialization")
                .until(() -> stage.log()
                        .facts(TargetInitialized.class)
                        .size() == 2);
        assertThat(stage.image("next-primary")).isEqualTo("registry.local/app:3.0.0");
        assertThat(stage.replicas("next")).isZero();
        traffic.isServedBy("3.0.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void an_edit_that_cannot_be_used_changes_nothing_in_mid_rollout() {
        Stage stage = stage("unusable").applied("stepWeight: 20", "stepWeight: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(10);
        stage.patchCanary("""
                {"spec":{"analysis":{"metrics":[{"name":"mine","templateRef":{"name":"nowhere"},
                "thresholdRange":{"max":1}}]}}}""");
        stage.awaitFact(DefinitionRejected.class);
        stage.awaitPhase("Succeeded");
        assertThat(stage.log().facts(RollbackOrdered.class)).isEmpty();
        assertThat(stage.events()).anyMatch(text -> text.contains("nowhere"));
        assertThat(stage.canary().toString()).contains("Refused");
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    private static void isInitializedAgain(Stage stage) {
        stage.awaitFact(DefinitionRevised.class, DefinitionRevised::deferred);
        assertThat(stage.log().facts(RolloutSuperseded.class)).hasSize(1);
        stage.awaitFact(RolloutWithdrawn.class);
        Stage.soon("a second initialization")
                .until(() -> stage.log()
                        .facts(TargetInitialized.class)
                        .size() == 2);
    }

    private static void isPromotedAfterAll(Stage stage) {
        stage.awaitPhase("Succeeded");
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(2);
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.1.0");
    }

    static void stepsOnlyRise(Stage stage) {
        assertThat(ordered(stage, Purpose.STEP)).isSorted().doesNotHaveDuplicates();
    }

    private static List<Integer> ordered(Stage stage, Purpose purpose) {
        return stage.log()
                .facts(TrafficShiftOrdered.class)
                .stream()
                .filter(shift -> shift.purpose() == purpose)
                .map(shift -> shift.canary().percent())
                .toList();
    }
}
