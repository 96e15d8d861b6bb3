package dev.fairlead.watcher.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.WorkloadMissing;
import dev.fairlead.watcher.detection.Detector;
import dev.fairlead.watcher.detection.Edges;
import dev.fairlead.watcher.detection.Picture;
import dev.fairlead.watcher.detection.Place;

/**
 * Looks at targets that were touched, and says what is news; says everything again from time to
 * time, when asked, and when something was not heard. Used by one thread.
 */
final class Lookout {

    /** After which everything of a target is said again, give or take {@link #JITTER}. */
    static final Duration RESTATE_PERIOD = Duration.ofMinutes(10);

    private static final Duration JITTER = Duration.ofMinutes(1);

    /** How long bad news must last before it is said. */
    private static final Duration BAD_NEWS = Duration.ofSeconds(1);

    /** Before what was not heard is said again. */
    private static final Duration REPEAT = Duration.ofSeconds(1);

    private final Detector detector;

    private final Caches caches;

    private final Interests interests;

    private final SecretReading secrets;

    private final Teller teller;

    private final Attention attention;

    private final Pace pace;

    private final RandomGenerator random;

    private final Map<TargetKey, Entry> entries = new LinkedHashMap<>();

    private final Map<TargetKey, Long> badSince = new HashMap<>();

    Lookout(Detector detector, Sight sight, Teller teller, RandomGenerator random) {
        this.detector = detector;
        this.caches = sight.caches();
        this.interests = sight.interests();
        this.secrets = sight.secrets();
        this.attention = sight.attention();
        this.pace = sight.pace();
        this.teller = teller;
        this.random = random;
    }

    /** What a lookout looks at, and with. */
    record Sight(Caches caches, Interests interests, SecretReading secrets, Attention attention,
            Pace pace) {}

    /** Looks at a target. */
    void look(TargetKey target) {
        Entry entry = entries.computeIfAbsent(target, _ -> new Entry(nextRestatement()));
        Interests.Look view = interests.look(target);
        Picture now = detector.look(target, view, entry.told().frame());
        view.done();
        readPending(target, now);
        if (entry.isDue(pace.nanos())) {
            restate(target, entry, now);
        } else {
            sayNews(target, entry, settled(target, entry, now));
        }
        if (entry.isSpent()) {
            entries.remove(target);
            interests.forget(target);
        }
    }

    private void readPending(TargetKey target, Picture now) {
        now.pending()
                .forEach(key -> secrets.request(new Place(target.namespace(),
                        key.substring(key.indexOf('/') + 1))));
        if (!now.pending().isEmpty()) {
            attention.touchLater(target, SecretReads.AGAIN);
        }
    }

    /** Says everything of a target again, at once; also that it is not there. */
    void restateNow(TargetKey target) {
        Entry entry = entries.computeIfAbsent(target, _ -> new Entry(pace.nanos()));
        entry.asked(true);
        entry.restateAt(pace.nanos());
        attention.touch(target);
    }

    /** Says everything of all targets again, spread over a time. */
    void restateAll(Duration spread) {
        long now = pace.nanos();
        for (Entry entry : entries.values()) {
            entry.restateBy(now + random.nextLong(spread.toNanos() + 1));
        }
        remindOfDue();
    }

    /** Touches the targets whose restatement is due. */
    void remindOfDue() {
        long now = pace.nanos();
        entries.forEach((target, entry) -> {
            if (entry.isDue(now)) {
                attention.touch(target);
            }
        });
    }

    /** Takes note of what was not heard. */
    void repeatFailed() {
        for (Observation lost = teller.failed().poll(); lost != null; lost =
                teller.failed().poll()) {
            TargetKey target = lost.target();
            Entry entry = entries.computeIfAbsent(target, _ -> new Entry(nextRestatement()));
            if (lost instanceof TargetGone) {
                entry.ended().add(lost.life());
            }
            entry.restateBy(pace.nanos() + REPEAT.toNanos());
        }
    }

    /** Whether all that was seen has been heard. */
    boolean isHeard() {
        return teller.isClear();
    }

    private void restate(TargetKey target, Entry entry, Picture now) {
        if (!now.pending().isEmpty() && !isTroubled(now)) {
            return;
        }
        Life before = entry.told().life();
        if (!before.equals(Life.NONE) && !before.equals(now.life())) {
            entry.ended().add(before);
        }
        if (entry.ended().isEmpty() && entry.asked() && !now.isThere()) {
            entry.ended().add(Life.NONE);
        }
        List.copyOf(entry.ended()).forEach(life -> teller.say(new TargetGone(target, life)));
        entry.ended().clear();
        if (now.isThere()) {
            teller.say(Edges.restated(target, now, Detector.missing(target, now, caches)));
        }
        entry.told(now);
        entry.asked(false);
        entry.restateAt(nextRestatement());
        badSince.remove(target);
    }

    private void sayNews(TargetKey target, Entry entry, Picture now) {
        Edges.between(target, entry.told(), now).forEach(teller::say);
        entry.told(now);
    }

    /** Holds bad news back until it has lasted. */
    private Picture settled(TargetKey target, Entry entry, Picture now) {
        Picture calm = Edges.withoutBadNews(entry.told(), now);
        if (calm.parts().equals(now.parts())) {
            badSince.remove(target);
            return now;
        }
        long since = badSince.computeIfAbsent(target, _ -> pace.nanos());
        if (pace.nanos() - since >= BAD_NEWS.toNanos()) {
            return now;
        }
        attention.touchLater(target, BAD_NEWS);
        return calm;
    }

    /** A revision that cannot be read is told with its trouble, one that is being read waits. */
    private static boolean isTroubled(Picture now) {
        return now.parts()
                .stream()
                .anyMatch(WorkloadMissing.class::isInstance);
    }

    private long nextRestatement() {
        return pace.nanos() + RESTATE_PERIOD.toNanos()
                + random.nextLong(-JITTER.toNanos(), JITTER.toNanos());
    }
}
