package dev.fairlead.topics.testkafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaSettings;

/** A broker on loopback, with its own folder and ports; may be stopped and started again. */
public final class TestKafka implements AutoCloseable {

    private static final Map<String, String> ALONE = Map.of("offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1", "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor",
            "1", "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1", "auto.create.topics.enable",
            "false");
    private static final Map<String, String> QUICK = Map.of("broker.session.timeout.ms", "6000",
            "broker.heartbeat.interval.ms", "300", "log.cleaner.dedupe.buffer.size", "8388608",
            "num.network.threads", "1", "num.io.threads", "2", "group.initial.rebalance.delay.ms",
            "0", "group.share.heartbeat.interval.ms", "500",
            "group.share.min.heartbeat.interval.ms", "500", "group.share.min.session.timeout.ms",
            "1500");

    private final Path folder;
    private final int port = freePort();
    private final int controllerPort = freePort();
    private @Nullable KafkaRaftServer server;

    public TestKafka() {
        try {
            folder = Files.createTempDirectory("fairlead-kafka");
        } catch (IOException e) {
            throw new IllegalStateException("Expected a folder for Kafka", e);
        }
    }

    public static TestKafka started() {
        var kafka = new TestKafka();
        kafka.start();
        return kafka;
    }

    /** Takes about 3 s; the same data and ports each time. */
    public void start() {
        try {
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format();
            }
            var started = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
            started.startup();
            server = started;
        } catch (Exception e) {
            throw new IllegalStateException("Kafka did not start on port " + port, e);
        }
    }

    public void stop() {
        var running = server;
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            server = null;
        }
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public KafkaClients clients(String service) {
        return new KafkaClients(KafkaSettings.at(address()), service);
    }

    @Override
    public void close() throws IOException {
        stop();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private void format() throws Exception {
        new Formatter().setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .run();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(ALONE);
        settings.putAll(QUICK);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners",
                "PLAINTEXT://" + address() + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + address());
        settings.put("log.dirs", folder.toString());
        return settings;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("Expected a free port", e);
        }
    }
}
