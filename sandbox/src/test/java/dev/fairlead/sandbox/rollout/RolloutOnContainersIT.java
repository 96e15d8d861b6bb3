package dev.fairlead.sandbox.rollout;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

import dev.fairlead.sandbox.child.Closers;
import dev.fairlead.sandbox.engine.EngineSettings;
import dev.fairlead.sandbox.mesh.MeshSettings;
import dev.fairlead.sandbox.scene.Scene;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.standalone.engine.Engine;

import static org.awaitility.Awaitility.await;

/**
 * A rollout and its outages on Kafka and Postgres as others package them. Skipped, with a message,
 * where there is no container engine or it cannot get the images.
 */
class RolloutOnContainersIT {

    private static final String KAFKA_IMAGE = "apache/kafka:4.2.0";
    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final Duration AWAY = Duration.ofSeconds(20);

    private static final Closers PARTS = new Closers();
    private static KafkaContainer kafka;
    private static PostgreSQLContainer postgres;
    private static Scene scene;

    @BeforeAll
    static void open() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            skip("no container engine was found");
        }
        try {
            kafka = PARTS.add(new KafkaContainer(KAFKA_IMAGE).withEnv(Map.of(
                    "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1",
                    "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")));
            kafka.start();
            postgres = PARTS.add(new PostgreSQLContainer(POSTGRES_IMAGE)
                    .withUsername("postgres")
                    .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust"));
            postgres.start();
        } catch (ContainerFetchException unfetched) {
            skip("the images cannot be had: " + unfetched.getMessage());
        }
        scene = PARTS.add(
                Scene.open(World.plan(), Duration.ofMillis(250), MeshSettings.lifelike()));
        PARTS.add(Engine.start(EngineSettings.of(scene.world(), kafka.getBootstrapServers(),
                postgres.getJdbcUrl())));
    }

    private static void skip(String why) {
        System.out.println("skipped: Kafka and Postgres in containers, for " + why);
        Assumptions.abort(why);
    }

    @AfterAll
    static void close() {
        PARTS.close();
    }

    @Test
    void a_rollout_is_promoted_though_kafka_and_postgres_freeze_on_the_way() {
        try (Voyage voyage = new Voyage(
                new Stage(scene, "containers", postgres.getJdbcUrl()),
                "fairlead.dev/on-no-data: hold")) {
            voyage.stage.initialized();
            voyage.release();
            voyage.awaitUnderWay();
            frozen(kafka);
            voyage.goesOn();
            frozen(postgres);
            voyage.goesOn();
            voyage.endsWithTheWeightItHas();
            voyage.isPromoted();
            voyage.wentStraight();
        }
    }

    private static void frozen(GenericContainer<?> container) {
        var docker = DockerClientFactory.instance().client();
        docker.pauseContainerCmd(container.getContainerId()).exec();
        await().pollDelay(AWAY).atMost(AWAY.multipliedBy(2)).until(() -> true);
        docker.unpauseContainerCmd(container.getContainerId()).exec();
    }
}
