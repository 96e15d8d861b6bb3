package dev.fairlead.sandbox.bench.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.jspecify.annotations.Nullable;

import dev.fairlead.sandbox.child.Closers;
import dev.fairlead.sandbox.engine.EngineSettings;
import dev.fairlead.sandbox.kubelet.KubeletTiming;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.standalone.engine.Engine;

/** A world whose pods are ready at once, that logs every request, and the engine in it. */
public final class BenchWorld implements AutoCloseable {

    /** The namespace of all that is measured. */
    public static final String NAMESPACE = "bench";

    static final String AGENT = "bench-user";
    private static final Duration SCRAPE = Duration.ofMillis(250);
    private static final KubeletTiming AT_ONCE = new KubeletTiming(Duration.ZERO, Duration.ZERO);
    private static final int CALLS_AT_A_TIME = 64;

    private final Closers parts = new Closers();
    private final World world;
    private final KubernetesClient client;
    private @Nullable Engine engine;

    /**
     * Starts the world, not the engine.
     *
     * @param progress who hears what is being done
     */
    public BenchWorld(Consumer<String> progress) {
        try {
            world = parts.add(World.plan()
                    .kafka()
                    .postgres()
                    .audit()
                    .large()
                    .prometheus(SCRAPE)
                    .timing(AT_ONCE)
                    .progress(progress)
                    .start());
            client = client(AGENT);
            world.controlPlane().namespace(NAMESPACE);
        } catch (RuntimeException unstarted) {
            parts.close();
            throw unstarted;
        }
    }

    public World world() {
        return world;
    }

    /** The client of the one who changes things and looks on. */
    public KubernetesClient client() {
        return client;
    }

    /** One more client; the API server's log knows it by its agent. */
    public KubernetesClient client(String agent) {
        try {
            Config config = new ConfigBuilder(Config
                    .fromKubeconfig(Files.readString(world.controlPlane().kubeconfig())))
                    .withUserAgent(agent)
                    .withMaxConcurrentRequests(CALLS_AT_A_TIME)
                    .withMaxConcurrentRequestsPerHost(CALLS_AT_A_TIME)
                    .build();
            return parts.add(new KubernetesClientBuilder().withConfig(config).build());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the kubeconfig", e);
        }
    }

    public AuditLog audit() {
        return new AuditLog(world.controlPlane().auditLog());
    }

    /** Starts all five services as shipped, and returns when they are started. */
    public Engine startEngine() {
        Engine started = Engine.start(EngineSettings.of(world));
        engine = started;
        return started;
    }

    /** The services, while they run. */
    public Optional<Engine> engine() {
        return Optional.ofNullable(engine);
    }

    public void stopEngine() {
        Engine running = engine;
        engine = null;
        if (running != null) {
            running.close();
        }
    }

    /** Keeps a part that works in this world; it is closed before it. */
    public <T extends AutoCloseable> T keep(T part) {
        return parts.add(part);
    }

    @Override
    public void close() {
        stopEngine();
        parts.close();
    }
}
