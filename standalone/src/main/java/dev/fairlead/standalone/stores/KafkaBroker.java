package dev.fairlead.standalone.stores;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A Kafka broker inside this process, on loopback, with a password and share groups, which keeps what
 * it has acknowledged. Topics are not made by themselves.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final int PORT_TRIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(KafkaBroker.class);

    private final BrokerSettings settings;

    private final KafkaRaftServer server;

    private KafkaBroker(BrokerSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /**
     * Starts it on free ports and returns when it takes connections, about 3 s. Only one may work on a
     * folder: the caller holds it for itself.
     *
     * @param folder
     *            made when it is missing
     * @throws IllegalStateException
     *             it cannot start; the message says why
     */
    public static KafkaBroker start(Path folder) {
        Path home = Folders.made(folder.toAbsolutePath());
        try {
            String password = Secrets.kept(home.resolve("password"));
            prepare(home);
            for (int i = 1; i < PORT_TRIES; i++) {
                try {
                    return launch(new BrokerSettings(home.resolve("data"), password,
                            LoopbackPort.free(), LoopbackPort.free()));
                } catch (BindException e) {
                    LOG.info("another process took the port first error=\"{}\"", e.getMessage());
                }
            }
            return launch(new BrokerSettings(home.resolve("data"), password,
                    LoopbackPort.free(), LoopbackPort.free()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start Kafka in " + home, e);
        }
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return settings.address();
    }

    /** What a client must be told beside the address; has the password in it. */
    public Map<String, String> clientProperties() {
        return settings.forClients();
    }

    private static KafkaBroker launch(BrokerSettings settings) throws BindException {
        var server = new KafkaRaftServer(new KafkaConfig(settings.forBroker(), false), Time.SYSTEM);
        try {
            server.startup();
            return new KafkaBroker(settings, server);
        } catch (RuntimeException e) {
            server.shutdown();
            server.awaitShutdown();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException taken) {
                    throw taken;
                }
            }
            throw new IllegalStateException("Kafka does not start in " + settings.data() + ": "
                    + e.getMessage(), e);
        }
    }

    /** Whole or not at all: a kill in the middle leaves a folder that the next start removes. */
    private static void prepare(Path home) throws IOException {
        Path data = home.resolve("data");
        if (Files.exists(data)) {
            return;
        }
        Path unfinished = home.resolve("data.new");
        Folders.remove(unfinished);
        try {
            new Formatter().setNodeId(BrokerSettings.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setDirectories(List.of(unfinished.toString()))
                    .setMetadataLogDirectory(unfinished.toString())
                    .setPrintStream(
                            new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's data cannot be made in " + unfinished + ": "
                    + e.getMessage(), e);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
