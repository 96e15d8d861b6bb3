package dev.fairlead.sandbox.bench.ground;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaSettings;

/**
 * The least that an engine with a log and topics can do, twice over: watch event → commit → produce,
 * consume → PUT. A changed Deployment is scaled up; when its pods are available, its route gets a
 * weight. It decides nothing, checks nothing and remembers nothing. Same Kafka, same Postgres, same
 * API server as the engine's.
 */
public final class BareChain implements AutoCloseable {

    /** How the API server's log knows its writes. */
    public static final String AGENT = "bench-bare";

    private static final String TOPIC = "bench.bare";
    private static final String SCALE = "scale";
    private static final String ROUTE = "route";
    private static final Duration ROUND = Duration.ofMillis(200);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final BenchWorld ground;
    private final KubernetesClient client;
    private final Connection database;
    private final PreparedStatement insert;
    private final Producer<String, byte[]> producer;
    private final Thread consuming;
    private final Map<String, String> images = new HashMap<>();
    private final Map<String, Boolean> scaled = new HashMap<>();
    private Watch watch;
    private volatile boolean running = true;

    /** Begins to watch. */
    public BareChain(BenchWorld ground) {
        this.ground = ground;
        client = ground.client(AGENT);
        var clients = new KafkaClients(
                KafkaSettings.at(ground.world().kafka().bootstrapServers()), AGENT);
        try {
            database = ground.world().postgres().dataSource().getConnection();
            database.createStatement()
                    .execute("create table if not exists bare (name text, word text)");
            insert = database.prepareStatement("insert into bare (name, word) values (?, ?)");
            topic(clients);
        } catch (SQLException e) {
            throw new IllegalStateException("The bare chain has no table: " + e.getMessage(), e);
        }
        producer = clients.producer();
        Consumer<String, byte[]> consumer = clients.assignedConsumer(AGENT);
        List<TopicPartition> parts = List.of(new TopicPartition(TOPIC, 0));
        consumer.assign(parts);
        consumer.seekToEnd(parts);
        parts.forEach(consumer::position);
        consuming = Thread.ofPlatform().name(AGENT).start(() -> consume(consumer));
        watch = watching();
    }

    private Watch watching() {
        return client.apps()
                .deployments()
                .inNamespace(BenchWorld.NAMESPACE)
                .withLabel("bench", "bare")
                .watch(new Eyes());
    }

    /** Closes its eyes. */
    public synchronized void blink() {
        watch.close();
    }

    /** Opens its eyes again: sees all there is, then each change. */
    public synchronized void look() {
        watch = watching();
    }

    private static void topic(KafkaClients clients) {
        try (var admin = clients.admin()) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
                // An idempotent producer that sends at once can lose its first batch (KAFKA-15591).
                Waiting.pass(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The bare chain has no topic: " + e.getMessage(), e);
        }
    }

    /** Makes what it works on: a Deployment at rest and a route for each name. */
    public static void make(BenchWorld ground, List<String> names) {
        names.forEach(name -> Manifest.create(ground.client(), BenchWorld.NAMESPACE, "bare.yaml",
                Map.of("name", name)));
    }

    /** Changes one, now. */
    public static void change(BenchWorld ground, String name, String tag) {
        Manifest.image(ground.client(), BenchWorld.NAMESPACE, name, tag);
    }

    /** Puts one back to rest. */
    public void rest(String name) {
        Manifest.replicas(ground.client(), BenchWorld.NAMESPACE, name, 0);
        route(ground.client(), name, 0);
    }

    private synchronized void seen(Deployment deployment) {
        String name = deployment.getMetadata().getName();
        String image = deployment.getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
        String known = images.put(name, image);
        boolean first = known == null && image.endsWith(":" + Targets.FIRST);
        if (!first && !image.equals(known)) {
            scaled.put(name, true);
            say(name, SCALE);
        } else if (Boolean.TRUE.equals(scaled.get(name)) && isReady(deployment)) {
            scaled.put(name, false);
            say(name, ROUTE);
        }
    }

    private static boolean isReady(Deployment deployment) {
        DeploymentStatus status = deployment.getStatus();
        return deployment.getMetadata().getGeneration().equals(status.getObservedGeneration())
                && deployment.getSpec().getReplicas() > 0
                && deployment.getSpec().getReplicas().equals(status.getAvailableReplicas())
                && deployment.getSpec().getReplicas().equals(status.getUpdatedReplicas());
    }

    private void say(String name, String word) {
        try {
            insert.setString(1, name);
            insert.setString(2, word);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Not committed: " + e.getMessage(), e);
        }
        producer.send(new ProducerRecord<>(TOPIC, name,
                word.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private void consume(Consumer<String, byte[]> consumer) {
        try (consumer) {
            while (running) {
                consumer.poll(ROUND).forEach(this::obey);
            }
        }
    }

    private void obey(ConsumerRecord<String, byte[]> order) {
        String word = new String(order.value(), java.nio.charset.StandardCharsets.UTF_8);
        if (word.equals(SCALE)) {
            Manifest.replicas(client, BenchWorld.NAMESPACE, order.key(), 1);
        } else {
            route(client, order.key(), 10);
        }
    }

    private static void route(KubernetesClient by, String name, int weight) {
        String patch = """
                {"spec":{"http":[{"route":[
                  {"destination":{"host":"%s-primary"},"weight":%d},
                  {"destination":{"host":"%s-canary"},"weight":%d}]}]}}
                """.formatted(name, 100 - weight, name, weight);
        by.genericKubernetesResources(Manifest.ROUTES)
                .inNamespace(BenchWorld.NAMESPACE)
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    @Override
    public void close() {
        running = false;
        blink();
        producer.close(CLOSE_LIMIT);
        try {
            consuming.join(CLOSE_LIMIT);
            database.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("The connection did not close: " + e.getMessage(), e);
        }
    }

    private final class Eyes implements Watcher<Deployment> {

        @Override
        public void eventReceived(Action action, Deployment deployment) {
            if (action == Action.ADDED || action == Action.MODIFIED) {
                seen(deployment);
            }
        }

        @Override
        public void onClose(WatcherException cause) {
            throw new IllegalStateException("Expected to watch to the end", cause);
        }
    }
}
