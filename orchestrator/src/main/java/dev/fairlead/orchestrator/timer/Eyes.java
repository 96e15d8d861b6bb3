package dev.fairlead.orchestrator.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.loop.Clock;
import dev.fairlead.orchestrator.loop.Heard;
import dev.fairlead.orchestrator.loop.Intake;
import dev.fairlead.orchestrator.loop.Sight;

/**
 * Whether a cluster is seen well enough to give up on something in it. Eyes are open for what fell
 * due until the moment a look began, when a watcher's heartbeat has been read that lies at or
 * behind the end that the observations had then, and the reports have been read up to their ends of
 * then. No clock is compared with another.
 */
public final class Eyes implements Sight {

    /** A cluster whose watcher is not heard, or sees not everything, for so long is lost. */
    public static final Duration LOST_AFTER = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Eyes.class);

    private final Intake intake;
    private final Clock clock;
    private final List<String> clusters;
    private final Map<String, ClusterSight> sights = new ConcurrentHashMap<>();

    public Eyes(Intake intake, Clock clock, List<String> clusters) {
        this.intake = intake;
        this.clock = clock;
        this.clusters = List.copyOf(clusters);
        reset(List.of());
    }

    @Override
    public void reset(Collection<String> lostClusters) {
        sights.clear();
        clusters.forEach(cluster -> sights.put(cluster,
                new ClusterSight(cluster, clock.nanos(), lostClusters.contains(cluster))));
    }

    @Override
    public void heard(Heard.Letter letter, Heartbeat heartbeat) {
        ClusterSight sight = sights.get(heartbeat.cluster());
        if (sight != null && heartbeat.service().equals("watcher")) {
            sight.heard(letter, heartbeat, clock.nanos());
        }
    }

    @Override
    public void read(List<ReadOffset> positions) {
        sights.values().forEach(sight -> sight.read(positions));
    }

    @Override
    public List<EngineFact> changes(Instant now) {
        List<EngineFact> changes = new ArrayList<>();
        sights.values().forEach(sight -> sight.change(now, clock.nanos()).ifPresent(fact -> {
            LOG.warn("cluster {} fact={}", fact instanceof EngineFact.ClusterLost
                    ? "lost"
                    : "found", fact);
            changes.add(fact);
        }));
        return changes;
    }

    /** Whether all has been heard of a cluster that was said before this fell due. */
    boolean haveSeen(String cluster, Instant due, Instant now) {
        ClusterSight sight = sights.get(cluster);
        return sight != null && sight.hasSeen(due, now, clock.nanos(), intake);
    }

    /** The clusters that deadlines wait for; a look at any other is over. */
    void awaited(List<String> names) {
        sights.forEach((cluster, sight) -> {
            if (!names.contains(cluster)) {
                sight.stopLooking();
            }
        });
    }

    /** How long deadlines have been waiting for this cluster to be seen; zero when none waits. */
    public Duration closedFor(String cluster) {
        ClusterSight sight = sights.get(cluster);
        return sight == null ? Duration.ZERO : sight.closedFor(clock.nanos());
    }
}
