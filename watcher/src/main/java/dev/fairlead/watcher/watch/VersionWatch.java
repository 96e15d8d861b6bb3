package dev.fairlead.watcher.watch;

import java.net.HttpURLConnection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one version of a kind. The informer retries with growing pauses of 0.5 to 16 s, so what
 * is installed later is watched within that.
 */
final class VersionWatch implements AutoCloseable {

    /** Objects per page of a list, so that a page comes within the client's timeout. */
    private static final long PAGE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(VersionWatch.class);

    private final String cluster;

    private final Kind kind;

    private final Turn turn;

    private final SharedIndexInformer<GenericKubernetesResource> informer;

    private final AtomicBoolean started = new AtomicBoolean();

    private volatile String trouble = "";

    private volatile boolean listed;

    private volatile boolean absent;

    /**
     * What becomes of the versions after this one.
     *
     * @param absent
     *            told, perhaps repeatedly, that the cluster does not have this version
     * @param listed
     *            told that it is watched now
     */
    record Turn(Runnable absent, Runnable listed) {}

    VersionWatch(String cluster, Kind kind,
            FilterWatchListDeletable<GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>> resources,
            KindWatch.Listener listener, Turn turn) {
        this.cluster = cluster;
        this.kind = kind;
        this.turn = turn;
        this.informer = resources.withLimit(PAGE)
                .runnableInformer(0)
                .itemStore(new StubStore())
                // Nothing is known yet; said so, the start is over only when all has been told.
                .initialState(Stream.empty())
                .exceptionHandler((_, error) -> failed(error))
                .addEventHandler(new Telling(listener));
    }

    /** Begins, at the first call. */
    void start() {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        informer.start().whenComplete((ok, error) -> {
            if (error == null) {
                listed = true;
                absent = false;
                trouble = "";
                turn.listed().run();
                LOG.info("watching cluster={} kind={}", cluster, kind.text());
            }
        });
    }

    boolean isListed() {
        return listed;
    }

    /** Whether the cluster has no such kind, or keeps one to itself that it could do without. */
    boolean isAbsent() {
        return absent;
    }

    boolean isWatching() {
        return listed && informer.isRunning() && informer.isWatching();
    }

    /** Why it is not being watched. */
    String trouble() {
        return trouble.isEmpty() ? "no watch yet" : trouble;
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
        boolean missing = isAnswer(error, HttpURLConnection.HTTP_NOT_FOUND);
        absent = missing
                || kind.isOptional() && isAnswer(error, HttpURLConnection.HTTP_FORBIDDEN);
        String reason = missing ? "not installed" : String.valueOf(root.getMessage());
        if (!reason.equals(trouble)) {
            LOG.warn("not watching, trying again cluster={} kind={} error=\"{}\"", cluster,
                    kind.text(), reason);
        }
        trouble = reason;
        if (absent) {
            turn.absent().run();
        }
        return true;
    }

    private static boolean isAnswer(Throwable error, int code) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof KubernetesClientException answer && answer.getCode() == code) {
                return true;
            }
        }
        return false;
    }

    private final class Telling implements ResourceEventHandler<GenericKubernetesResource> {

        private final KindWatch.Listener listener;

        Telling(KindWatch.Listener listener) {
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
