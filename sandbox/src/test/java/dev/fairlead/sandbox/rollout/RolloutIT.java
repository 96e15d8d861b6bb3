package dev.fairlead.sandbox.rollout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import dev.fairlead.sandbox.engine.EngineSettings;
import dev.fairlead.sandbox.mesh.MeshSettings;
import dev.fairlead.sandbox.scene.Scene;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.standalone.engine.Engine;
import dev.fairlead.standalone.engine.Service;

/**
 * Whole journeys with real traffic, by the five services as shipped. They share one world and run
 * beside each other, each in a namespace of its own; the interfaces hold them by theme.
 */
class RolloutIT
        implements
        ReleaseJourneys,
        EditJourneys,
        DamageJourneys,
        PeopleJourneys,
        StrategyJourneys,
        DeletionJourneys,
        SilenceJourneys {

    private static final List<Stage> STAGES = new CopyOnWriteArrayList<>();

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
        STAGES.forEach(Stage::close);
        engine.close();
        scene.close();
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @Override
    public Desk desk() {
        return new Desk(engine.address(Service.ORCHESTRATOR),
                Path.of(EngineSettings.of(scene.world()).tokens()));
    }

    @Override
    public Stage stage(String namespace) {
        Stage stage = new Stage(scene, namespace);
        STAGES.add(stage);
        return stage;
    }
}
