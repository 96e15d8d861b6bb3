package dev.fairlead.sandbox.world;

import java.nio.file.Path;
import java.util.List;

import io.fabric8.kubernetes.client.KubernetesClient;

import dev.fairlead.sandbox.child.Closers;
import dev.fairlead.sandbox.controlplane.ControlPlane;
import dev.fairlead.sandbox.kubelet.Kubelet;
import dev.fairlead.sandbox.prometheus.PrometheusServer;
import dev.fairlead.sandbox.stores.KafkaBroker;
import dev.fairlead.sandbox.stores.PostgresServer;

/**
 * A cluster, a metric store, a log and a database, all real and on loopback. Everything it started ends when it is
 * closed, and at the latest when this process ends.
 */
public final class World implements AutoCloseable {

    private final Path folder;
    private final Closers parts;
    private final ControlPlane controlPlane;
    private final Kubelet kubelet;
    private final Path kubectl;
    private final List<AutoCloseable> asked;

    World(Path folder, Closers parts, ControlPlane controlPlane, Kubelet kubelet, Path kubectl,
            List<AutoCloseable> asked) {
        this.folder = folder;
        this.parts = parts;
        this.controlPlane = controlPlane;
        this.kubelet = kubelet;
        this.kubectl = kubectl;
        this.asked = List.copyOf(asked);
    }

    /** The plan of a world with a control plane and a kubelet, to be added to and started. */
    public static WorldPlan plan() {
        return new WorldPlan();
    }

    public ControlPlane controlPlane() {
        return controlPlane;
    }

    /** The administrator's client, short for {@code controlPlane().client()}. */
    public KubernetesClient client() {
        return controlPlane.client();
    }

    public Kubelet kubelet() {
        return kubelet;
    }

    /** The {@code kubectl} that fits this control plane. */
    public Path kubectl() {
        return kubectl;
    }

    /** The folder of all data and logs; deleted at close. */
    public Path folder() {
        return folder;
    }

    /** @throws IllegalStateException the plan asked for none */
    public PrometheusServer prometheus() {
        return asked(PrometheusServer.class);
    }

    /** @throws IllegalStateException the plan asked for none */
    public KafkaBroker kafka() {
        return asked(KafkaBroker.class);
    }

    /** @throws IllegalStateException the plan asked for none */
    public PostgresServer postgres() {
        return asked(PostgresServer.class);
    }

    private <T extends AutoCloseable> T asked(Class<T> kind) {
        return asked.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expected a world with a "
                        + kind.getSimpleName() + ", but its plan asked for none"));
    }

    /** Keeps a part that works in this world, such as a mesh; it is closed before everything it was built on. */
    public <T extends AutoCloseable> T keep(T part) {
        return parts.add(part);
    }

    @Override
    public void close() {
        parts.close();
    }
}
