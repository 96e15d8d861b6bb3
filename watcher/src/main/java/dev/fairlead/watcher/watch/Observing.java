package dev.fairlead.watcher.watch;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import dev.fairlead.events.TargetKey;
import dev.fairlead.watcher.detection.ApiObject;
import dev.fairlead.watcher.detection.Detector;
import dev.fairlead.watcher.detection.Place;
import dev.fairlead.watcher.publish.Voice;

/**
 * All of a cluster's watch but its clients and threads: takes in what comes, looks at the targets
 * it concerns, and says what is news. Objects may be taken in by any thread; one thread makes the
 * rounds.
 */
public final class Observing {

    /** What is observed, through whom it is told, and by which time. */
    public record Post(String cluster, Watching eyes, Voice voice, Pace pace) {}

    private final Post post;

    private final Caches caches;

    private final Interests interests;

    private final Attention attention;

    private final Requests requests = new Requests();

    private final Teller teller;

    public Observing(Post post) {
        this.post = post;
        this.caches = new Caches(post.eyes().arePolled());
        this.interests = new Interests(caches);
        this.attention = new Attention(post.pace());
        this.teller = new Teller(post.voice());
    }

    /** An object is there, or is another than before. */
    public void seen(Kind kind, ApiObject object) {
        caches.put(kind, object);
        touch(kind, object.place());
    }

    /** An object is there no more. */
    public void gone(Kind kind, Place place) {
        caches.remove(kind, place);
        touch(kind, place);
    }

    /**
     * Has everything said again, soon.
     *
     * @param asked
     *            which targets; empty for all
     */
    public void restate(List<TargetKey> asked) {
        requests.add(asked);
    }

    /** Whether objects of the kind matter to any target. */
    boolean wants(Kind kind) {
        return interests.want(kind);
    }

    /** Canaries that are seen. */
    public int targets() {
        return caches.size(Kind.CANARY);
    }

    /** Targets that may not have been heard, and are owed a restatement. */
    public int unheard() {
        return teller.unheard();
    }

    /**
     * Begins.
     *
     * @param random
     *            spreads restatements
     * @param secrets
     *            reads Secrets for the caches that it is given
     */
    public Turn begin(Detector detector, RandomGenerator random,
            Function<SecretCache, SecretReading> secrets) {
        var reading = secrets.apply(new SecretCache(caches,
                () -> interests.places(Kind.SECRET), place -> touch(Kind.SECRET, place)));
        var sight = new Lookout.Sight(caches, interests, reading, attention, post.pace());
        var lookout = new Lookout(detector, sight, teller, random);
        var rounds = new Rounds(post.cluster(), post.eyes(), sight, lookout, requests,
                post.voice());
        return rounds::next;
    }

    private void touch(Kind kind, Place place) {
        if (kind == Kind.CANARY) {
            attention.touch(new TargetKey(post.cluster(), place.namespace(), place.name()));
        } else {
            interests.of(kind, place).forEach(attention::touch);
        }
    }

    /** One round: looks at what was touched, then at the clock. */
    public interface Turn {

        /** The longest time without a look at the clock. */
        Duration TICK = Rounds.TICK;

        /**
         * @param patience
         *            to wait for something to look at
         */
        void next(Duration patience) throws InterruptedException;
    }
}
