package dev.fairlead.watcher.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.canary.revision.TrackedConfigs;
import dev.fairlead.watcher.detection.ConfigSight;
import dev.fairlead.watcher.detection.Place;

/**
 * Reads tracked Secrets: one {@code get} for each version of each, and nothing is kept of it but a
 * keyed fingerprint.
 */
final class SecretReads implements SecretReading, AutoCloseable {

    /** At a time. */
    private static final int PARALLEL = 8;

    /** Between two reads of a Secret that fail. */
    static final Duration AGAIN = Duration.ofSeconds(5);

    /** Between two reads of a Secret that is not watched. */
    static final Duration POLL = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(SecretReads.class);

    private final KubernetesClient client;

    private final SecretFingerprints fingerprints;

    private final SecretCache caches;

    private final Set<Place> running = ConcurrentHashMap.newKeySet();

    /** When a read failed last, on the monotonic clock. */
    private final Map<Place, Long> failedAt = new ConcurrentHashMap<>();

    private long polledAt = System.nanoTime();

    private final Semaphore permits = new Semaphore(PARALLEL);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SecretReads(KubernetesClient client, SecretFingerprints fingerprints, SecretCache caches) {
        this.client = client;
        this.fingerprints = fingerprints;
        this.caches = caches;
    }

    @Override
    public void request(Place place) {
        Long failed = failedAt.get(place);
        boolean tooSoon =
                failed != null && System.nanoTime() - failed < AGAIN.toNanos();
        if (!tooSoon && running.add(place)) {
            threads.execute(() -> read(place));
        }
    }

    /** Reads all that targets use, if the last time is long enough ago. */
    void poll(long now) {
        if (now - polledAt >= POLL.toNanos()) {
            polledAt = now;
            caches.used().forEach(this::request);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void read(Place place) {
        permits.acquireUninterruptibly();
        try {
            GenericKubernetesResource secret =
                    client.genericKubernetesResources(Kind.SECRET.contexts().getFirst())
                            .inNamespace(place.namespace())
                            .withName(place.name())
                            .get();
            failedAt.remove(place);
            if (secret == null) {
                caches.absent(place);
            } else {
                caches.read(place, sight(secret));
            }
        } catch (KubernetesClientException e) {
            failedAt.put(place, System.nanoTime());
            LOG.warn("secret not read secret={} error=\"{}\"", place, e.getMessage());
            caches.secret(place)
                    .ifPresent(now -> caches.read(place, new ConfigSight(now.seen(), true, "",
                            String.valueOf(e.getMessage()))));
        } finally {
            permits.release();
            running.remove(place);
        }
        caches.known(place);
    }

    private ConfigSight sight(GenericKubernetesResource secret) {
        var object = ApiObjects.of(Kind.SECRET, secret);
        Map<String, Object> whole = new HashMap<>(object.body());
        whole.put("metadata", Map.of("annotations", object.annotations()));
        boolean tracked = TrackedConfigs.SECRET_TYPES.contains(object.body().get("type"))
                && !TrackedConfigs.optedOut(whole);
        return new ConfigSight(object.seen(), tracked,
                tracked ? fingerprints.ofSecret(whole) : "");
    }
}
