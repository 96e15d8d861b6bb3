package dev.fairlead.sandbox.controlplane;

import java.time.Duration;
import java.util.Map;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;

import dev.fairlead.sandbox.child.Child;

/** The API server's process: it may be stopped, started again on the same port and data, or frozen. */
final class ApiServer implements AutoCloseable {

    static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final ControlPlanePlan plan;
    private @Nullable Child child;

    ApiServer(ControlPlanePlan plan) {
        this.plan = plan;
    }

    synchronized void launch() {
        child = Child.start("kube-apiserver", plan.folder(),
                plan.folder().resolve("kube-apiserver.log"),
                Map.of("GOMEMLIMIT", plan.memory() + "MiB"), Commands.apiServer(plan));
    }

    void awaitCertificate(Credentials credentials) {
        Wait.until("the API server's certificate", START_LIMIT,
                () -> running().isAlive() && credentials.isCertificateThere() || fail());
    }

    void awaitReady(KubernetesClient client) {
        Wait.until("the API server's readiness", START_LIMIT, () -> isReady(client));
    }

    private boolean isReady(KubernetesClient client) {
        running().expectAlive();
        try {
            return "ok".equals(client.raw("/readyz"));
        } catch (KubernetesClientException _) {
            return false;
        }
    }

    private boolean fail() {
        running().expectAlive();
        return false;
    }

    void pause() {
        running().pause();
    }

    void resume() {
        running().resume();
    }

    synchronized void stop() {
        if (child != null) {
            child.close();
            child = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private synchronized Child running() {
        if (child == null) {
            throw new IllegalStateException("Expected the API server to run, but it was stopped");
        }
        return child;
    }
}
