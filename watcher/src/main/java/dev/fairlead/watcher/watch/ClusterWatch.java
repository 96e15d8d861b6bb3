package dev.fairlead.watcher.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.clusters.FingerprintKeys;
import dev.fairlead.events.TargetKey;
import dev.fairlead.topics.Waits;
import dev.fairlead.watcher.detection.ApiObject;
import dev.fairlead.watcher.detection.DetectionSettings;
import dev.fairlead.watcher.detection.Detector;
import dev.fairlead.watcher.detection.Place;
import dev.fairlead.watcher.publish.Voice;

/**
 * Watches one cluster. One thread looks and says; the informers only take in what comes. Waits for
 * the API server and for resource definitions as long as it takes.
 */
public final class ClusterWatch implements Waits, AutoCloseable {

    /**
     * What is watched.
     *
     * @param cluster
     *            its registered name
     * @param namespace
     *            the one to watch; empty for all
     */
    public record Scope(String cluster, String namespace) {}

    private static final Duration KEY_AGAIN = Duration.ofSeconds(2);

    private static final Duration STOPPING = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);

    private final String cluster;

    private final DetectionSettings settings;

    private final Supplier<byte[]> key;

    private final KubernetesClient client;

    private final Eyes eyes;

    private final Observing observing;

    private final Thread thread;

    private volatile boolean running = true;

    private volatile String keyTrouble;

    /**
     * @param client
     *            with the habits of {@link PlainClients}; closed with this
     * @param key
     *            reads the key of the cluster's fingerprints; asked again when it fails
     */
    public ClusterWatch(Scope scope, DetectionSettings settings, KubernetesClient client,
            Supplier<byte[]> key, Voice voice) {
        this.cluster = scope.cluster();
        this.settings = settings;
        this.key = key;
        this.client = client;
        this.keyTrouble = "not read yet from " + client.getMasterUrl();
        this.eyes = new Eyes(scope, settings.secrets(), client, new Intake(), new Wanted());
        this.observing = new Observing(new Observing.Post(cluster, eyes, voice, Pace.REAL));
        this.thread = Thread.ofPlatform().name("watch-" + cluster).unstarted(this::run);
    }

    /** Begins, in a thread of its own. */
    public void start() {
        thread.start();
    }

    public String cluster() {
        return cluster;
    }

    /**
     * Has everything said again, soon.
     *
     * @param asked
     *            which targets; empty for all
     */
    public void restate(List<TargetKey> asked) {
        observing.restate(asked);
    }

    /** The names of the kinds that are not being watched. */
    public List<String> blind() {
        return eyes.blind();
    }

    /** Canaries that are seen. */
    public int targets() {
        return observing.targets();
    }

    /** Targets that may not have been heard, and are owed a restatement. */
    public int unheard() {
        return observing.unheard();
    }

    @Override
    public Optional<String> waitingFor() {
        return keyTrouble.isEmpty()
                ? eyes.waitingFor()
                : Optional.of("Secret " + FingerprintKeys.NAME + " of cluster " + cluster + ": "
                        + keyTrouble);
    }

    /** Stops looking; what was said is still delivered by the voice. */
    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        eyes.close();
        client.close();
    }

    private void run() {
        SecretFingerprints fingerprints = fingerprints();
        if (fingerprints == null) {
            return;
        }
        eyes.open();
        AtomicReference<@Nullable SecretReads> secrets = new AtomicReference<>();
        try {
            var rounds = observing.begin(new Detector(settings, fingerprints),
                    RandomGenerator.getDefault(), caches -> {
                        var reads = new SecretReads(client, fingerprints, caches);
                        secrets.set(reads);
                        return reads;
                    });
            while (running) {
                rounds.next(Observing.Turn.TICK);
                SecretReads reads = secrets.get();
                if (reads != null && eyes.arePolled()) {
                    reads.poll(System.nanoTime());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            SecretReads reads = secrets.get();
            if (reads != null) {
                reads.close();
            }
        }
    }

    private @Nullable SecretFingerprints fingerprints() {
        while (running) {
            try {
                var found = new SecretFingerprints(key.get());
                keyTrouble = "";
                return found;
            } catch (RuntimeException e) {
                keyTrouble = "not read from " + client.getMasterUrl() + ": " + e.getMessage();
                LOG.warn("key not read, trying again cluster={} error=\"{}\"", cluster,
                        keyTrouble);
                LockSupport.parkNanos(KEY_AGAIN.toNanos());
            }
        }
        return null;
    }

    private final class Wanted implements Predicate<Kind> {

        @Override
        public boolean test(Kind kind) {
            return observing.wants(kind);
        }
    }

    private final class Intake implements KindWatch.Listener {

        @Override
        public void seen(Kind kind, ApiObject object) {
            observing.seen(kind, object);
        }

        @Override
        public void gone(Kind kind, Place place) {
            observing.gone(kind, place);
        }
    }
}
