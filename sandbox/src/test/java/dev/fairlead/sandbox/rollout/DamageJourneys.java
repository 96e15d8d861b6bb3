package dev.fairlead.sandbox.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

import dev.fairlead.events.fact.IdleTargetScaled;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.RouteDrifted;
import dev.fairlead.events.fact.TargetInitialized;
import dev.fairlead.events.fact.TargetRegistered;
import dev.fairlead.events.fact.TargetRemoved;
import dev.fairlead.events.fact.TrafficShiftOrdered;

import static org.assertj.core.api.Assertions.assertThat;

/** Others change or delete what a rollout stands on. */
interface DamageJourneys extends Company {

    /** How often weights are forged to learn how soon that is seen. */
    int FORGERIES = 3;

    @Journey
    default void weights_that_somebody_else_wrote_are_recorded_and_put_right() {
        Stage stage = stage("forged").applied("stepWeight: 20", "stepWeight: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(10);
        forge(stage, 100);
        stage.awaitFact(RouteDrifted.class);
        RouteDrifted drifted = stage.log().facts(RouteDrifted.class).getFirst();
        assertThat(drifted.manager()).isEqualTo("kubectl-edit");
        assertThat(drifted.found().percent()).isEqualTo(100);
        Stage.soon("the weight is put right").until(() -> stage.weight() < 100);
        stage.awaitPhase("Succeeded");
        EditJourneys.stepsOnlyRise(stage);
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
        for (int weight = 5; weight <= 40; weight += 5) {
            assertThat(stage.count("Advance app.forged canary weight " + weight)).as("%s", weight)
                    .isEqualTo(1);
        }
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    /** As {@code kubectl edit} does it. */
    private static void forge(Stage stage, int canary) {
        var foreign = new PatchContext.Builder().withPatchType(PatchType.JSON)
                .withFieldManager("kubectl-edit")
                .build();
        GenericKubernetesResource forged = stage.route("app")
                .patch(foreign, """
                [{"op":"replace","path":"/spec/http/0/route/0/weight","value":%d},
                {"op":"replace","path":"/spec/http/0/route/1/weight","value":%d}]"""
                        .formatted(100 - canary, canary));
        stage.witness().forgive(forged);
    }

    @Journey
    default void weights_forged_at_rest_are_seen_within_a_second_and_put_right() {
        Stage stage = stage("forged-idle").applied().initialized();
        Traffic traffic = stage.traffic();
        List<Duration> seen = new ArrayList<>();
        List<Duration> ordered = new ArrayList<>();
        for (int nth = 1; nth <= FORGERIES; nth++) {
            int facts = nth;
            Instant before = Instant.now();
            forge(stage, 1);
            Stage.soon("the forged weight is seen")
                    .until(() -> stage.log().facts(RouteDrifted.class).size() >= facts);
            Stage.soon("the weight is put right")
                    .until(() -> stage.weight() == 0 && isRouteKnown(stage));
            Instant drifted = stage.log().facts(RouteDrifted.class).getLast().at();
            seen.add(Duration.between(before, drifted));
            ordered.add(Duration.between(drifted,
                    stage.log().facts(TrafficShiftOrdered.class).getLast().at()));
        }
        // The machine is shared with other journeys, so the best of some is what the engine can do.
        assertThat(Collections.min(seen)).as("%s", seen).isLessThan(Duration.ofSeconds(1));
        assertThat(ordered).as("in the same decision").allMatch(Duration::isZero);
        assertThat(stage.log().facts(RolloutStarted.class)).isEmpty();
        assertThat(stage.phase()).isEqualTo("Initialized");
        traffic.isServedBy("1.0.0");
        stage.invariants().hold();
    }

    /** The engine has heard that its last order about the route was done. */
    private static boolean isRouteKnown(Stage stage) {
        return stage.log().head().orElseThrow().standing().route().confirmed();
    }

    @Journey
    default void routing_objects_deleted_in_mid_rollout_are_made_again() {
        Stage stage = stage("unrouted").applied("stepWeight: 20", "stepWeight: 4").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(8);
        stage.rule("app-canary").delete();
        stage.rule("app-primary").delete();
        Stage.soon("the rules are made again")
                .until(() -> stage.rule("app-canary").get() != null
                        && stage.rule("app-primary").get() != null);
        stage.route("app").delete();
        Stage.soon("the route is made again").until(() -> stage.weight() >= 8);
        for (String service : List.of("app-canary", "app-primary", "app")) {
            stage.client().services().inNamespace("unrouted").withName(service).delete();
            Stage.soon(service + " is made again")
                    .until(() -> stage.client()
                            .services()
                            .inNamespace("unrouted")
                            .withName(service)
                            .get() != null);
        }
        stage.awaitPhase("Succeeded");
        EditJourneys.stepsOnlyRise(stage);
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
        traffic.isServedBy("1.1.0");
        stage.invariants().hold();
    }

    @Journey
    default void a_canary_deleted_and_made_again_begins_another_life() {
        Stage stage = stage("reborn").applied("stepWeight: 20", "stepWeight: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(10);
        stage.canaries().delete();
        stage.awaitFact(TargetRemoved.class);
        stage.apply(Manifest.app().getLast());
        Stage.soon("a second initialization")
                .until(() -> stage.log()
                        .facts(TargetInitialized.class)
                        .size() == 2);
        stage.awaitPhase("Initialized");
        assertThat(stage.log().facts(TargetRegistered.class)).extracting(TargetRegistered::life)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.1.0");
        traffic.isServedBy("1.1.0");
        stage.release("1.2.0");
        stage.awaitPhase("Succeeded");
        traffic.isServedBy("1.2.0");
        stage.invariants().hold();
    }

    @Journey
    default void a_namespace_deleted_in_mid_rollout_leaves_nothing_to_wait_for() {
        Stage stage = stage("doomed").applied("stepWeight: 20", "stepWeight: 5").initialized();
        stage.traffic();
        stage.release("1.1.0");
        stage.awaitWeight(10);
        stage.client().namespaces().withName("doomed").delete();
        stage.awaitFact(TargetRemoved.class);
        Stage.soon("the namespace is gone")
                .until(() -> stage.client()
                        .namespaces()
                        .withName("doomed")
                        .get() == null);
        assertThat(stage.log().head().orElseThrow().deadlines()).isEmpty();
        stage.invariants().holdInTheLog();
        Stage again = stage("doomed").applied().initialized();
        again.traffic().isServedBy("1.0.0");
        again.invariants().holdInTheLog();
    }

    @Journey
    default void replicas_are_the_autoscalers_affair() {
        Stage stage = stage("scaled").applied("stepWeight: 20", "stepWeight: 5").initialized();
        Traffic traffic = stage.traffic();
        stage.deployment("app-primary").scale(3);
        stage.release("1.1.0");
        stage.awaitWeight(10);
        stage.deployment("app").scale(3);
        stage.deployment("app-primary").scale(4);
        stage.awaitPhase("Succeeded");
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
        EditJourneys.stepsOnlyRise(stage);
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void an_idle_target_that_is_scaled_up_by_hand_stays_up_and_is_told_once() {
        Stage stage = stage("risen").applied().initialized();
        Traffic traffic = stage.traffic();
        stage.deployment("app").scale(1);
        stage.awaitFact(IdleTargetScaled.class);
        stage.deployment("app").scale(2);
        String said = "Deployment app.risen was scaled up while nothing is tried: its pods get no"
                + " requests, and they are left as they are";
        stage.awaitEvent(said);
        stage.release("1.1.0");
        stage.awaitPhase("Succeeded");
        assertThat(stage.count(said)).isEqualTo(1);
        traffic.isServedBy("1.1.0");
        traffic.lostNothing();
        stage.invariants().hold();
    }

    @Journey
    default void a_primary_deleted_in_mid_rollout_is_made_again_as_it_was_promoted() {
        Stage stage = stage("beheaded").applied("stepWeight: 20", "stepWeight: 4").initialized();
        Traffic traffic = stage.traffic();
        stage.release("2.0.0");
        stage.awaitWeight(8);
        stage.deployment("app-primary").delete();
        Stage.soon("the primary is made again")
                .until(() -> stage.deployment("app-primary")
                        .get() != null);
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.0.0");
        assertThat(stage.replicas("app-primary")).isEqualTo(2);
        stage.awaitPhase("Succeeded");
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:2.0.0");
        assertThat(stage.log().facts(RolloutStarted.class)).hasSize(1);
        traffic.isServedBy("2.0.0");
        stage.invariants().hold();
    }

    @Journey
    default void a_primary_deleted_after_a_rollback_is_never_made_of_what_failed() {
        Stage stage = stage("relapse").applied("threshold: 5", "threshold: 1").initialized();
        stage.release("2.0.0-errors");
        Traffic traffic = stage.traffic();
        stage.awaitPhase("Failed");
        stage.deployment("app-primary").delete();
        Stage.soon("the primary is made again")
                .until(() -> stage.deployment("app-primary")
                        .get() != null);
        assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.0.0");
        traffic.isServedBy("1.0.0");
        assertThat(stage.phase()).isEqualTo("Failed");
        stage.invariants().hold();
    }
}
