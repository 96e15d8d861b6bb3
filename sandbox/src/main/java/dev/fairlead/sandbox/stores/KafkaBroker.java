package dev.fairlead.sandbox.stores;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A Kafka broker inside this process, on loopback, with share groups; topics are not created by themselves. */
public final class KafkaBroker implements AutoCloseable {

    private static final int NODE = 1;

    private final Path data;
    private final int port;
    private final int controllerPort;
    private @Nullable KafkaRaftServer server;

    /** @param folder an existing folder for its data, which are kept for a restart */
    public KafkaBroker(Path folder, int port, int controllerPort) {
        this.data = folder.toAbsolutePath().resolve("data");
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /**
     * Starts it, or starts it again on the same port and data, and returns when it takes connections; about 3 s.
     *
     * @throws IllegalStateException it cannot start
     */
    public synchronized void start() {
        if (server != null) {
            throw new IllegalStateException(
                    "Expected Kafka to be stopped before a start, but it runs");
        }
        try {
            if (!Files.exists(data.resolve("meta.properties"))) {
                format();
            }
            server = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
            server.startup();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "Expected Kafka to start on port " + port + ", but: " + e.getMessage(),
                    e);
        }
    }

    private void format() throws Exception {
        Formatter formatter = new Formatter().setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setDirectories(List.of(data.toString()))
                .setMetadataLogDirectory(data.toString())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        formatter.run();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.putAll(ALONE);
        settings.putAll(SMALL_AND_QUICK);
        return settings;
    }

    private static final Map<String, String> ALONE = Map.of("offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4", "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1", "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions",
            "1");

    /**
     * With the usual values a start after a kill takes 13 s, and a new share group waits 5 s for its first record. A
     * session that is much shorter ends on a busy machine: the controller then takes the only broker for lost, and no
     * record goes through for seconds.
     */
    private static final Map<String, String> SMALL_AND_QUICK = Map.of("broker.session.timeout.ms",
            "6000",
            "broker.heartbeat.interval.ms", "300", "log.cleaner.dedupe.buffer.size", "8388608",
            "num.network.threads", "1", "num.io.threads", "2", "group.initial.rebalance.delay.ms",
            "0",
            "group.share.heartbeat.interval.ms", "500", "group.share.min.heartbeat.interval.ms",
            "500",
            "group.consumer.heartbeat.interval.ms", "1000",
            "group.consumer.min.heartbeat.interval.ms",
            "1000");

    /** Such as {@code 127.0.0.1:20456}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Ends it in good order; {@link #start()} brings it back. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
