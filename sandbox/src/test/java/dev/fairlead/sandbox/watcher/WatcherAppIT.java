package dev.fairlead.sandbox.watcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.RestateRequested;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaSettings;
import dev.fairlead.topics.TopicCreation;
import dev.fairlead.topics.TopicPlan;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.Family;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.publish.WordPublisher;
import dev.fairlead.watcher.boot.WatcherMain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The watcher as an application, with a real broker and a real API server. */
class WatcherAppIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static final String NAMESPACE = "app";

    private static World world;

    private static ConfigurableApplicationContext watcher;

    /** For its hands only. */
    private static Watched hands;

    private static HeardTopic topic;

    private static KafkaClients kafka;

    @BeforeAll
    static void start() {
        world = World.plan().kafka().start();
        world.controlPlane().namespace(NAMESPACE);
        kafka = new KafkaClients(KafkaSettings.at(world.kafka().bootstrapServers()), "it");
        hands = new Watched(world, NAMESPACE);
        watcher = WatcherMain.application().run(arguments());
        assertThat(get("/actuator/health")).contains("waiting").contains("watcher.eu-1");
        new TopicCreation(kafka).ensure(TopicPlan.ofCluster("eu-1"));
        topic = new HeardTopic(world.kafka().bootstrapServers(), "eu-1");
    }

    @AfterAll
    static void end() {
        watcher.close();
        topic.close();
        hands.close();
        world.close();
    }

    @Test
    void it_tells_what_it_sees_and_that_it_sees() {
        hands.deploy("shop", "demo:1", 1);
        hands.apply(Watched.canary("shop"));
        await().atMost(SOON).until(() -> tells("shop", "demo:1"));
        await().atMost(SOON).until(() -> !topic.heartbeats().isEmpty());
        assertThat(topic.heartbeats().getLast().blind()).isEmpty();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/actuator/health/readiness"))
                        .contains("\"UP\"")
                        .doesNotContain("waiting for"));
        assertThat(get("/actuator/prometheus")).contains("fairlead_watcher_targets",
                "fairlead_watcher_watching", "fairlead_watcher_said_total");
    }

    @Test
    void it_says_everything_again_when_the_orchestrator_asks() {
        hands.deploy("asked", "demo:1", 1);
        hands.apply(Watched.canary("asked"));
        await().atMost(SOON).until(() -> tells("asked", "demo:1"));
        long before = count(TargetRestated.class, "asked");

        TargetKey nobody = new TargetKey("eu-1", NAMESPACE, "nobody");
        request(List.of(new TargetKey("eu-1", NAMESPACE, "asked"), nobody));
        await().atMost(SOON).until(() -> count(TargetRestated.class, "asked") > before);
        await().atMost(SOON).until(() -> count(TargetGone.class, "nobody") == 1);
    }

    @Test
    void a_change_while_kafka_is_away_is_told_when_it_is_back() {
        hands.deploy("late", "demo:1", 1);
        hands.apply(Watched.canary("late"));
        await().atMost(SOON).until(() -> tells("late", "demo:1"));

        world.kafka().stop();
        hands.deploy("late", "demo:2", 1);
        hands.apply(Watched.canary("later"));
        await().pollDelay(Duration.ofSeconds(15)).atMost(SOON).until(() -> true);
        world.kafka().start();

        await().atMost(SOON).until(() -> tells("late", "demo:2"));
        await().atMost(SOON)
                .until(() -> topic.observations()
                        .stream()
                        .anyMatch(each -> each.target().name().equals("later")));
    }

    /** As arguments: they win over the settings that come with the application. */
    private static String[] arguments() {
        return new String[]{"--server.port=0",
            "--fairlead.kafka.bootstrap-servers=" + world.kafka().bootstrapServers(),
            "--fairlead.clusters[0].name=eu-1",
            "--fairlead.clusters[0].kubeconfig=" + world.controlPlane().kubeconfig()};
    }

    private static boolean tells(String name, String image) {
        return topic.observations()
                .stream()
                .anyMatch(each -> each instanceof RevisionDetected detected
                        && detected.target().name().equals(name)
                        && detected.revision().images().contains(image));
    }

    private static long count(Class<? extends Observation> type, String name) {
        return topic.observations()
                .stream()
                .filter(type::isInstance)
                .filter(each -> each.target().name().equals(name))
                .count();
    }

    private static void request(List<TargetKey> targets) {
        var codec = new WordCodec<>(WordJson.tolerant(), RestateRequested.class, List.of());
        try (ProducerLine line = new ProducerLine(kafka)) {
            new WordPublisher<>(Family.RESTATE, codec, line).publishWithin(SOON,
                    Topics.restate("eu-1"), "eu-1", new RestateRequested("eu-1", targets),
                    Origin.of("1", "/it", "", Instant.EPOCH));
        }
    }

    private static String get(String path) {
        String port = watcher.getEnvironment().getProperty("local.server.port");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
