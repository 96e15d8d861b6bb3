package dev.fairlead.router.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.WordPublisher;

/** Says every few seconds that the routers of all clusters are alive. */
public final class Heartbeats implements SmartLifecycle {

    /** Between two heartbeats of a cluster. */
    public static final Duration PERIOD = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

    private static final String SERVICE = "router";

    private final List<String> clusters;

    private final String instance;

    private final WordPublisher<Heartbeat> publisher;

    private final Clock clock;

    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    private @Nullable ScheduledExecutorService timer;

    /**
     * @param instance
     *            the process, new for each start
     */
    public Heartbeats(List<String> clusters, String instance, WordPublisher<Heartbeat> publisher,
            Clock clock) {
        this.clusters = List.copyOf(clusters);
        this.instance = instance;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("heartbeat").daemon().factory());
            timer.scheduleAtFixedRate(() -> clusters.forEach(this::beat), 0, PERIOD.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private void beat(String cluster) {
        Instant now = clock.instant();
        var heartbeat = new Heartbeat(cluster, SERVICE, instance, now, List.of());
        var origin = Origin.of(SERVICE + "/" + instance + "/" + now, "/fairlead/router/" + cluster,
                "", now);
        publisher.publish(Topics.report(cluster), cluster, heartbeat, origin)
                .whenComplete((sent, error) -> said(cluster, error));
    }

    /** Said once for each outage: heartbeats of later are as lost as the first. */
    private void said(String cluster, @Nullable Throwable error) {
        if (error == null) {
            silent.remove(cluster);
        } else if (isRunning() && silent.add(cluster)) {
            LOG.warn("heartbeats not published cluster={} error=\"{}\"", cluster,
                    error.getMessage());
        }
    }
}
