package dev.fairlead.watcher.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.TargetKey;
import dev.fairlead.watcher.detection.Place;
import dev.fairlead.watcher.publish.Voice;

/** What a cluster's thread does, round by round: look at what was touched, then at the clock. */
final class Rounds {

    /** The longest time without a look at the clock. */
    static final Duration TICK = Duration.ofMillis(250);

    private static final Duration DUE = Duration.ofSeconds(1);

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** Of blindness, after which everything is said again: something may have slipped by. */
    private static final Duration BLINDNESS = Duration.ofSeconds(3);

    /** Over which the restatement of all targets is spread. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String cluster;

    private final Watching eyes;

    private final Lookout.Sight sight;

    private final Lookout lookout;

    private final Voice voice;

    private final Requests requests;

    private final Map<String, Long> blindSince = new HashMap<>();

    private final Pace pace;

    private long nextDue;

    private long nextHeartbeat;

    private boolean open;

    Rounds(String cluster, Watching eyes, Lookout.Sight sight, Lookout lookout, Requests requests,
            Voice voice) {
        this.cluster = cluster;
        this.eyes = eyes;
        this.sight = sight;
        this.lookout = lookout;
        this.requests = requests;
        this.voice = voice;
        this.pace = sight.pace();
        this.nextDue = pace.nanos();
        this.nextHeartbeat = pace.nanos();
    }

    void next(Duration patience) throws InterruptedException {
        var touched = sight.attention().take(patience);
        if (!open && eyes.isSettled()) {
            open = true;
            LOG.info("all seen cluster={} targets={}", cluster, sight.caches().size(Kind.CANARY));
            sight.caches().places(Kind.CANARY).forEach(this::restate);
        } else if (open) {
            touched.forEach(this::look);
        }
        long now = pace.nanos();
        if (open && now - nextDue >= 0) {
            nextDue = now + DUE.toNanos();
            lookAtTheClock(now);
        }
        if (now - nextHeartbeat >= 0) {
            beat(now);
        }
    }

    /** A bug that one target brings to light must not blind us for the others. */
    private void look(TargetKey target) {
        try {
            lookout.look(target);
        } catch (RuntimeException e) {
            LOG.error("target cannot be looked at target={}", target, e);
        }
    }

    private void lookAtTheClock(long now) {
        lookout.repeatFailed();
        // An answer about a target that is not there needs eyes that would see it.
        while (eyes.isWatching(Kind.CANARY) && answered()) {
            LOG.debug("answered cluster={}", cluster);
        }
        if (wasBlind(now)) {
            lookout.restateAll(SPREAD);
        }
        lookout.remindOfDue();
    }

    private boolean answered() {
        var request = requests.next();
        request.ifPresent(this::answer);
        return request.isPresent();
    }

    private void answer(List<TargetKey> asked) {
        LOG.info("asked to restate cluster={} targets={}", cluster,
                asked.isEmpty() ? "all" : asked.size());
        if (asked.isEmpty()) {
            sight.caches().places(Kind.CANARY).forEach(this::restate);
        }
        asked.stream()
                .filter(target -> target.cluster().equals(cluster))
                .forEach(lookout::restateNow);
    }

    private void restate(Place canary) {
        lookout.restateNow(new TargetKey(cluster, canary.namespace(), canary.name()));
    }

    /** Whether a kind is seen again that was not seen for a while. */
    private boolean wasBlind(long now) {
        List<String> blind = eyes.blind();
        boolean regained = blindSince.entrySet()
                .stream()
                .filter(entry -> !blind.contains(entry.getKey()))
                .anyMatch(entry -> now - entry.getValue() >= BLINDNESS.toNanos());
        blindSince.keySet().retainAll(blind);
        blind.forEach(kind -> blindSince.putIfAbsent(kind, now));
        return regained;
    }

    /** Comes after all that was seen before it, or not at all. */
    private void beat(long now) {
        if (!open || !lookout.isHeard()) {
            return;
        }
        nextHeartbeat = now + HEARTBEAT.toNanos();
        @SuppressWarnings({"unused", "FutureReturnValueIgnored"}) // told in the callback
        var beating = voice.beat(eyes.blind()).whenComplete((ok, error) -> {
            if (error != null) {
                LOG.warn("heartbeat not heard cluster={} error=\"{}\"", cluster,
                        error.getMessage());
            }
        });
    }
}
