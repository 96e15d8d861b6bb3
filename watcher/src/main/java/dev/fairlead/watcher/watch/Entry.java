package dev.fairlead.watcher.watch;

import java.util.HashSet;
import java.util.Set;

import dev.fairlead.events.Life;
import dev.fairlead.watcher.detection.Picture;

/** What has been told of a target. Touched by the lookout's thread only. */
final class Entry {

    /** The picture that was told last. */
    private Picture told = Picture.NOTHING;

    /** When everything is told again, on the monotonic clock. */
    private long restateAt;

    /** Whether someone asked for the target, so that its absence is an answer as well. */
    private boolean asked;

    /** Lives whose end may not have been heard. */
    private final Set<Life> ended = new HashSet<>();

    Entry(long restateAt) {
        this.restateAt = restateAt;
    }

    Picture told() {
        return told;
    }

    void told(Picture picture) {
        told = picture;
    }

    boolean isDue(long now) {
        return now - restateAt >= 0;
    }

    void restateAt(long time) {
        restateAt = time;
    }

    void restateBy(long time) {
        if (time - restateAt < 0) {
            restateAt = time;
        }
    }

    boolean asked() {
        return asked;
    }

    void asked(boolean now) {
        asked = now;
    }

    Set<Life> ended() {
        return ended;
    }

    /** Whether there is nothing left to remember. */
    boolean isSpent() {
        return told.life().equals(Life.NONE) && ended.isEmpty() && !asked;
    }
}
