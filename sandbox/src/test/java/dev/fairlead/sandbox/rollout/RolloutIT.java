package dev.fairlead.sandbox.rollout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import dev.fairlead.sandbox.autoscaling.KedaStandIn;
import dev.fairlead.sandbox.autoscaling.PodUsage;
import dev.fairlead.sandbox.engine.EngineSettings;
import dev.fairlead.sandbox.mesh.MeshSettings;
import dev.fairlead.sandbox.scene.Scene;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.standalone.engine.Engine;
import dev.fairlead.standalone.engine.Service;

/**
 * Whole journeys with real traffic, by the five services as shipped. They share one world and run
 * beside each other, each in a namespace of its own; the interfaces hold them by theme. With
 * {@code -Dfairlead.journeys.processes=true} each service is a process of its own.
 */
class RolloutIT
        implements
        ReleaseJourneys,
        EditJourneys,
        EventJourneys,
        DamageJourneys,
        PeopleJourneys,
        StrategyJourneys,
        DeletionJourneys,
        ConsoleJourneys,
        GatewayJourneys,
        ServiceJourneys,
        SilenceJourneys,
        TerminalJourneys,
        WorkloadJourneys,
        ScalerJourneys {

    private static final List<Stage> STAGES = new CopyOnWriteArrayList<>();

    private static Scene scene;
    private static AutoCloseable engine;
    private static PodUsage usage;
    private static KedaStandIn keda;
    private static String orchestrator;

    @BeforeAll
    static void open() {
        var plan = World.plan().kafka().postgres().gatewayApi().autoscaling();
        scene = Scene.open(plan, Duration.ofMillis(250), MeshSettings.lifelike());
        usage = new PodUsage(scene.world().client());
        keda = new KedaStandIn(scene.world().client());
        if (Boolean.getBoolean("fairlead.journeys.processes")) {
            startApart();
        } else {
            startTogether();
        }
    }

    /** With a webhook of all events whose address has a secret. */
    private static EngineSettings settings() {
        return EngineSettings.of(scene.world())
                .posting(scene.hooks().url(EventJourneys.OF_ALL + "?key=s3cret"));
    }

    private static void startTogether() {
        Engine together = Engine.start(settings());
        engine = together;
        orchestrator = together.address(Service.ORCHESTRATOR);
    }

    private static void startApart() {
        Services apart = Services.of(settings(), "journeys");
        engine = apart;
        List<Service> all = List.of(Service.values());
        apart.start(all);
        apart.awaitUp(all);
        orchestrator = apart.address(Service.ORCHESTRATOR);
    }

    @AfterAll
    static void close() throws Exception {
        STAGES.forEach(Stage::close);
        engine.close();
        keda.close();
        usage.close();
        scene.close();
    }

    @Override
    public PodUsage usage() {
        return usage;
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @Override
    public Desk desk() {
        return new Desk(orchestrator,
                Path.of(EngineSettings.of(scene.world()).tokens()));
    }

    @Override
    public Terminal terminal() {
        return new Terminal(orchestrator,
                Path.of(EngineSettings.of(scene.world()).tokens()));
    }

    @Override
    public Stage stage(String namespace) {
        Stage stage = new Stage(scene, namespace);
        STAGES.add(stage);
        return stage;
    }
}
