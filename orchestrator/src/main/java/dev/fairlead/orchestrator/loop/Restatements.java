package dev.fairlead.orchestrator.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.RestateRequested;

/**
 * Asks watchers to say again what they see: after a gap, and when a target was not restated for
 * three periods. Edges get lost; this is how a lost one is made good.
 */
final class Restatements {

    /** Three of a watcher's periods of ten minutes, and its jitter. */
    static final Duration OVERDUE = Duration.ofMinutes(33);
    /** Time between two looks at what is overdue. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    /** Targets named in one request. */
    static final int NAMED = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Restatements.class);

    private final RestateLine line;
    private final Clock clock;
    private final Map<TargetKey, Long> saidAt = new HashMap<>();
    private final Map<String, RestateRequested> open = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<?>> underway = new HashMap<>();
    private long lookedAt;

    Restatements(RestateLine line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    /** A new term: of these targets nothing was heard yet. */
    void reset(Collection<TargetKey> targets) {
        saidAt.clear();
        open.clear();
        underway.clear();
        lookedAt = clock.nanos();
        targets.forEach(this::said);
    }

    void said(TargetKey target) {
        saidAt.put(target, clock.nanos());
    }

    /** There is such a target; its restatements count from now, unless they do already. */
    void heardOf(TargetKey target) {
        saidAt.putIfAbsent(target, clock.nanos());
    }

    void gone(TargetKey target) {
        saidAt.remove(target);
    }

    /** Of this cluster everything is wanted. */
    void askAll(String cluster, String why) {
        LOG.info("restatement wanted cluster={} reason=\"{}\"", cluster, why);
        open.put(cluster, new RestateRequested(cluster, List.of()));
    }

    void ask(TargetKey target) {
        open.putIfAbsent(target.cluster(),
                new RestateRequested(target.cluster(), List.of(target)));
    }

    /** Sends what is open; what a broker did not take is sent again at the next call. */
    void send() {
        if (clock.nanos() - lookedAt >= LOOK_EVERY.toNanos()) {
            lookedAt = clock.nanos();
            lookForOverdue();
        }
        underway.entrySet().removeIf(entry -> settled(entry.getKey(), entry.getValue()));
        open.forEach((cluster, request) -> underway.computeIfAbsent(cluster,
                name -> line.ask(request)));
    }

    private boolean settled(String cluster, CompletableFuture<?> sent) {
        if (!sent.isDone()) {
            return false;
        }
        if (!sent.isCompletedExceptionally()) {
            open.remove(cluster);
        }
        return true;
    }

    private void lookForOverdue() {
        long before = clock.nanos() - OVERDUE.toNanos();
        Map<String, List<TargetKey>> overdue = new HashMap<>();
        saidAt.forEach((target, at) -> {
            if (at - before < 0) {
                overdue.computeIfAbsent(target.cluster(), cluster -> new ArrayList<>())
                        .add(target);
            }
        });
        overdue.forEach((cluster, targets) -> {
            List<TargetKey> named = targets.subList(0, Math.min(NAMED, targets.size()));
            LOG.warn("targets not restated for long cluster={} count={}", cluster,
                    targets.size());
            open.putIfAbsent(cluster, new RestateRequested(cluster, named));
            named.forEach(this::said);
        });
    }
}
