package dev.fairlead.orchestrator.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

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
    private final Map<String, Sent> underway = new HashMap<>();
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
        want(new RestateRequested(cluster, List.of()));
    }

    void ask(TargetKey target) {
        want(new RestateRequested(target.cluster(), List.of(target)));
    }

    /** Sends what is open; what a broker did not take is sent again at the next call. */
    void send() {
        if (clock.nanos() - lookedAt >= LOOK_EVERY.toNanos()) {
            lookedAt = clock.nanos();
            lookForOverdue();
        }
        underway.values().removeIf(this::isSettled);
        for (RestateRequested request : List.copyOf(open.values())) {
            if (!underway.containsKey(request.cluster())) {
                open.remove(request.cluster());
                underway.put(request.cluster(), new Sent(request, line.ask(request)));
            }
        }
    }

    private boolean isSettled(Sent sent) {
        if (sent.taken().isCompletedExceptionally()) {
            want(sent.request());
        }
        return sent.taken().isDone();
    }

    /** Two wishes for one cluster become one; all of it is more than some of it. */
    private void want(RestateRequested request) {
        open.merge(request.cluster(), request, (one, other) -> {
            if (one.targets().isEmpty() || other.targets().isEmpty()) {
                return new RestateRequested(one.cluster(), List.of());
            }
            return new RestateRequested(one.cluster(),
                    Stream.concat(one.targets().stream(), other.targets().stream())
                            .distinct()
                            .toList());
        });
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
            want(new RestateRequested(cluster, named));
            named.forEach(this::said);
        });
    }

    private record Sent(RestateRequested request, CompletableFuture<?> taken) {}
}
