package dev.fairlead.orchestrator.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.loop.Heard;
import dev.fairlead.orchestrator.loop.Intake;
import dev.fairlead.orchestrator.loop.Intake.End;

/** What is heard of one cluster. */
final class ClusterSight {

    /** An answer about the ends is given up after this and asked for again. */
    static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ClusterSight.class);

    private final String cluster;
    private final Map<String, Long> read = new HashMap<>();
    private long lastGood;
    private boolean lost;
    private String blindness = "no heartbeat of its watcher";
    private long clearBeat = -1;
    private Instant seenUntil = Instant.MIN;
    private @Nullable Look look;
    private volatile long closedSince;
    private boolean alarmed;

    ClusterSight(String cluster, long nanos, boolean lost) {
        this.cluster = cluster;
        this.lastGood = nanos;
        this.lost = lost;
    }

    void heard(Heard.Letter letter, Heartbeat heartbeat, long nanos) {
        if (heartbeat.blind().isEmpty()) {
            lastGood = nanos;
            clearBeat = letter.offset();
            blindness = "no heartbeat of its watcher";
        } else {
            blindness = "its watcher does not see " + heartbeat.blind();
        }
    }

    void read(List<ReadOffset> positions) {
        positions.forEach(offset -> read.put(place(offset.topic(), offset.partition()),
                offset.next()));
    }

    Optional<EngineFact> change(Instant now, long nanos) {
        boolean unseen = nanos - lastGood >= Eyes.LOST_AFTER.toNanos();
        if (unseen && !lost) {
            lost = true;
            return Optional.of(new EngineFact.ClusterLost(cluster, blindness, now));
        }
        if (!unseen && lost && clearBeat >= 0) {
            lost = false;
            return Optional.of(new EngineFact.ClusterFound(cluster, now));
        }
        return Optional.empty();
    }

    boolean hasSeen(Instant due, Instant now, long nanos, Intake intake) {
        if (!due.isAfter(seenUntil)) {
            return true;
        }
        Look current = look;
        if (current == null || current.isStale(nanos)) {
            begin(now, nanos, intake);
            return false;
        }
        if (!current.isSatisfied(clearBeat, read)) {
            alarm(nanos, due);
            return false;
        }
        seenUntil = current.began();
        look = null;
        return !due.isAfter(seenUntil);
    }

    void stopLooking() {
        look = null;
        closedSince = 0;
        alarmed = false;
    }

    Duration closedFor(long nanos) {
        return closedSince == 0 ? Duration.ZERO : Duration.ofNanos(nanos - closedSince);
    }

    private void begin(Instant now, long nanos, Intake intake) {
        look = new Look(now, nanos, intake.ends(cluster));
        if (closedSince == 0) {
            closedSince = nanos;
        }
    }

    private void alarm(long nanos, Instant due) {
        if (!alarmed && closedFor(nanos).compareTo(Eyes.LOST_AFTER) >= 0) {
            alarmed = true;
            LOG.error("deadlines wait for closed eyes cluster={} due={} reason=\"{}\"", cluster,
                    due, blindness);
        }
    }

    private static String place(String topic, int partition) {
        return topic + "/" + partition;
    }

    private record Look(Instant began, long beganNanos, CompletableFuture<List<End>> ends) {

        /** The ends are not known, and will not be. */
        boolean isStale(long nanos) {
            return ends.isCompletedExceptionally()
                    || !ends.isDone() && nanos - beganNanos > ENDS_WITHIN.toNanos();
        }

        boolean isSatisfied(long clearBeat, Map<String, Long> read) {
            return ends.isDone() && !ends.isCompletedExceptionally()
                    && ends.join()
                            .stream()
                            .allMatch(end -> end.observations()
                                    ? clearBeat >= end.next()
                                    : read.getOrDefault(place(end.topic(), end.partition()),
                                            0L) >= end.next());
        }
    }
}
