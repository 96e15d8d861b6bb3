package dev.fairlead.watcher.watch;

import java.net.HttpURLConnection;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.watcher.detection.ApiObject;
import dev.fairlead.watcher.detection.Place;

/**
 * Watches one kind in one cluster for ever: through outages, expired watches, and until a resource
 * definition is installed. The informer retries with growing pauses of 0.5 to 16 s.
 */
final class KindWatch implements AutoCloseable {

    /** What is told, one at a time and in order. */
    interface Listener {

        void seen(Kind kind, ApiObject object);

        void gone(Kind kind, Place place);
    }

    /** Objects per page of a list, so that a page comes within the client's timeout. */
    private static final long PAGE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(KindWatch.class);

    private final String cluster;

    private final Kind kind;

    private final SharedIndexInformer<GenericKubernetesResource> informer;

    private volatile String trouble = "";

    private volatile boolean listed;

    private volatile boolean absent;

    KindWatch(ClusterWatch.Scope scope, KubernetesClient client, Kind kind, Listener listener) {
        this.cluster = scope.cluster();
        this.kind = kind;
        var resources = client.genericKubernetesResources(kind.context());
        var chosen = scope.namespace().isEmpty()
                ? resources.inAnyNamespace()
                : resources.inNamespace(scope.namespace());
        this.informer = chosen.withLimit(PAGE)
                .runnableInformer(0)
                .itemStore(new StubStore())
                // Nothing is known yet; said so, the start is over only when all has been told.
                .initialState(java.util.stream.Stream.empty())
                .exceptionHandler((started, error) -> failed(error))
                .addEventHandler(new Telling(listener));
    }

    void start() {
        informer.start().whenComplete((ok, error) -> {
            if (error == null) {
                listed = true;
                absent = false;
                trouble = "";
                LOG.info("watching cluster={} kind={}", cluster, kind.text());
            }
        });
    }

    /** Whether all that was there has been told once, or the kind is not installed. */
    boolean isSettled() {
        return listed || absent;
    }

    boolean isWatching() {
        return listed && informer.isRunning() && informer.isWatching();
    }

    Kind kind() {
        return kind;
    }

    /** What is waited for, when it is not being watched. */
    Optional<String> waitingFor() {
        if (isWatching()) {
            return Optional.empty();
        }
        String reason = trouble.isEmpty() ? "no watch yet" : trouble;
        return Optional.of(kind.resource() + " of cluster " + cluster + ": " + reason);
    }

    @Override
    public void close() {
        informer.stop();
    }

    /** By default the informer would stop for good at the first error that it does not expect. */
    private boolean failed(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        absent = isAbsent(error);
        String reason = absent ? "not installed" : String.valueOf(root.getMessage());
        if (!reason.equals(trouble)) {
            LOG.warn("not watching, trying again cluster={} kind={} error=\"{}\"", cluster,
                    kind.text(), reason);
        }
        trouble = reason;
        return true;
    }

    private static boolean isAbsent(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof KubernetesClientException answer
                    && answer.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return true;
            }
        }
        return false;
    }

    private final class Telling implements ResourceEventHandler<GenericKubernetesResource> {

        private final Listener listener;

        Telling(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onAdd(GenericKubernetesResource object) {
            listener.seen(kind, ApiObjects.of(kind, object));
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource object) {
            listener.seen(kind, ApiObjects.of(kind, object));
        }

        @Override
        public void onDelete(GenericKubernetesResource object, boolean unseen) {
            listener.gone(kind, ApiObjects.place(object));
        }
    }
}
