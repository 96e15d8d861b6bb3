package dev.fairlead.sandbox.rollout;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.engine.EngineSettings;
import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadTally;
import dev.fairlead.sandbox.mesh.MeshSettings;
import dev.fairlead.sandbox.scene.Scene;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.standalone.engine.Engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whole rollouts by the five services as shipped, with real traffic. */
class RolloutIT {

    private static Scene scene;
    private static Engine engine;

    @BeforeAll
    static void open() {
        scene = Scene.open(World.plan().kafka().postgres(), Duration.ofMillis(250),
                MeshSettings.lifelike());
        engine = Engine.start(EngineSettings.of(scene.world()));
    }

    @AfterAll
    static void close() {
        engine.close();
        scene.close();
    }

    @Test
    void a_good_release_is_promoted_and_no_request_is_lost() {
        Stage stage = new Stage(scene, "promoted").applied().initialized();
        try (LoadGenerator load = stage.load()) {
            await().atMost(Stage.SOON).until(() -> load.tally().answered() > 60);
            LoadTally before = load.tally();
            stage.release("1.1.0");
            stage.awaitPhase("Succeeded");
            assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.1.0");
            assertThat(stage.weight()).isZero();
            assertThat(stage.replicas("app")).isZero();
            assertThat(load.tally().since(before).lost()).as("%s", load.lost()).isZero();
            LoadTally after = load.tally();
            await().atMost(Stage.SOON)
                    .untilAsserted(() -> assertThat(
                            load.tally().since(after).share("1.1.0")).isEqualTo(1.0));
        }
        assertThat(stage.events()).contains("Initialization done! app.promoted",
                "New revision detected! Scaling up app.promoted",
                "Starting canary analysis for app.promoted",
                "Advance app.promoted canary weight 20", "Advance app.promoted canary weight 40",
                "Copying app.promoted template spec to app-primary.promoted",
                "Routing all traffic to primary",
                "Promotion completed! Scaling down app.promoted");
    }

    @Test
    void a_release_that_answers_with_errors_is_rolled_back() {
        Stage stage = new Stage(scene, "errors").applied("threshold: 5", "threshold: 2")
                .initialized();
        try (LoadGenerator load = stage.load()) {
            await().atMost(Stage.SOON).until(() -> load.tally().answered() > 60);
            LoadTally before = load.tally();
            stage.release("2.0.0-errors");
            stage.awaitPhase("Failed");
            assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.0.0");
            assertThat(stage.weight()).isZero();
            assertThat(stage.replicas("app")).isZero();
            assertThat(load.tally().since(before).lost()).as("%s", load.lost()).isZero();
        }
        assertThat(stage.events()).contains(
                "Rolling back app.errors failed checks threshold reached 2",
                "Canary failed! Scaling down app.errors");
    }

    @Test
    void pods_that_never_get_ready_are_given_up_at_the_deadline() {
        Stage stage = new Stage(scene, "never").applied().initialized();
        stage.release("2.0.0-never-ready");
        stage.awaitPhase("Failed");
        assertThat(stage.weight()).isZero();
        assertThat(stage.replicas("app")).isZero();
        assertThat(stage.events()).anyMatch(text -> text
                .startsWith("Rolling back app.never progress deadline exceeded "));
        assertThat(stage.events()).noneMatch(text -> text.startsWith("Advance "));
    }

    @Test
    void a_newer_revision_in_mid_analysis_takes_the_place_of_the_first() {
        Stage stage = new Stage(scene, "restart").applied("stepWeight: 20", "stepWeight: 5")
                .initialized();
        try (LoadGenerator load = stage.load()) {
            stage.release("1.1.0");
            await().atMost(Stage.SOON).until(() -> stage.weight() >= 10);
            stage.release("1.2.0");
            await().atMost(Stage.SOON)
                    .until(() -> stage.events()
                            .contains(
                                    "New revision detected! Restarting analysis for app.restart"));
            stage.awaitPhase("Succeeded");
            assertThat(stage.image("app-primary")).isEqualTo("registry.local/app:1.2.0");
            assertThat(load.tally().errors()).isZero();
        }
    }

    @Test
    void a_canary_that_cannot_be_used_says_so_and_the_last_valid_one_holds() {
        Stage stage = new Stage(scene, "refused").applied().initialized();
        stage.patchCanary("{\"spec\":{\"analysis\":{\"interval\":\"1min\"}}}");
        await().atMost(Stage.SOON)
                .untilAsserted(() -> assertThat(stage.events())
                        .anyMatch(text -> text.contains("spec.analysis.interval")
                                && text.contains("1min")));
        assertThat(stage.canary().toString()).contains("fairlead.dev/Valid");
        stage.release("1.1.0");
        stage.awaitPhase("Progressing");
    }
}
