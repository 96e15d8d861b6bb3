package dev.fairlead.sandbox.demoapp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.sandbox.kubelet.PodRecord;
import dev.fairlead.sandbox.kubelet.PodRuntime;
import dev.fairlead.sandbox.kubelet.RunningPod;

/** Runs the demo application in pods, whatever their image. */
public final class DemoPods implements PodRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPods.class);
    private static final Duration LISTEN_LIMIT = Duration.ofSeconds(10);
    /** Lame duck and requests in flight are each at most 60 s. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(130);

    private final Vertx vertx;
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, DemoApp> running = new ConcurrentHashMap<>();

    public DemoPods(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * @throws IllegalArgumentException the environment asks for what there is not
     * @throws IllegalStateException    the pod's address is taken
     */
    @Override
    public RunningPod start(PodRecord pod) {
        Behaviour behaviour = Behaviours.of(pod.image(), pod.environment());
        AppTelemetry telemetry = AppTelemetry.of(pod, registry);
        var app = new DemoApp(vertx, identity(pod), behaviour, telemetry);
        Future<Void> started = app.start(pod.address(), pod.ports());
        if (behaviour.startDelay().isZero()) {
            await(started, LISTEN_LIMIT);
        } else {
            started.onFailure(failure -> LOG.atInfo()
                    .addKeyValue("pod", pod.name())
                    .addKeyValue("reason", failure.getMessage())
                    .log("demo application not started"));
        }
        String key = key(pod.namespace(), pod.name());
        running.put(key, app);
        return new Running(key, app, telemetry);
    }

    /** What the applications measure of themselves, of pods that ask to be scraped. */
    public PrometheusMeterRegistry measurements() {
        return registry;
    }

    /** The application in a pod, to change its behaviour while it runs. */
    public Optional<DemoApp> find(String namespace, String pod) {
        return Optional.ofNullable(running.get(key(namespace, pod)));
    }

    /** All applications of a version in a namespace. */
    public List<DemoApp> findVersion(String namespace, String version) {
        return running.values()
                .stream()
                .filter(app -> app.identity().namespace().equals(namespace)
                        && app.identity().version().equals(version))
                .toList();
    }

    private static PodIdentity identity(PodRecord pod) {
        String app = pod.labels()
                .getOrDefault("app",
                        pod.labels().getOrDefault("app.kubernetes.io/name", pod.name()));
        return new PodIdentity(pod.namespace(), pod.name(), app, Behaviours.version(pod.image()));
    }

    private static String key(String namespace, String pod) {
        return namespace + "/" + pod;
    }

    private static void await(Future<Void> future, Duration limit) {
        try {
            future.toCompletionStage()
                    .toCompletableFuture()
                    .get(limit.toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in a pod's start or stop", stopped);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("Expected the application to be done within "
                    + limit.toSeconds() + " s: " + failure.getMessage(), failure);
        }
    }

    private final class Running implements RunningPod {
        private final String key;
        private final DemoApp app;
        private final AppTelemetry telemetry;

        Running(String key, DemoApp app, AppTelemetry telemetry) {
            this.key = key;
            this.app = app;
            this.telemetry = telemetry;
        }

        @Override
        public void onReadiness(Consumer<Boolean> listener) {
            app.onReadiness(listener);
        }

        /** Decently, but at once where the caller is being stopped itself. */
        @Override
        public void close() {
            running.remove(key, app);
            if (Thread.currentThread().isInterrupted()) {
                app.kill();
            } else {
                await(app.stop(), STOP_LIMIT);
            }
            telemetry.end();
        }
    }
}
