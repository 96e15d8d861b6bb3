package dev.fairlead.watcher.detection;

import java.util.List;
import java.util.Set;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.observation.Observation;

/**
 * All that is seen of a target.
 *
 * @param life
 *            the Canary's life; {@link Life#NONE} when there is no Canary
 * @param phase
 *            its phase
 * @param statusFence
 *            the fence in its status
 * @param frame
 *            by what was looked
 * @param parts
 *            in the order definition, revision, readiness, route
 * @param objects
 *            the generated objects that are there, as {@code kind/name}
 * @param pending
 *            what must be read before the revision is known, as {@code secret/name}
 */
public record Picture(Life life, String phase, Fence statusFence, Frame frame,
        List<Observation> parts, Set<String> objects, Set<String> pending) {

    /** There is no Canary. */
    public static final Picture NOTHING = new Picture(Life.NONE, "", Fence.NONE, Frame.NONE,
            List.of(), Set.of(), Set.of());

    public Picture {
        parts = List.copyOf(parts);
        objects = Set.copyOf(objects);
        pending = Set.copyOf(pending);
    }

    Picture with(List<Observation> otherParts) {
        return new Picture(life, phase, statusFence, frame, otherParts, objects, pending);
    }

    /** Whether there is a Canary. */
    public boolean isThere() {
        return !isOf(Life.NONE);
    }

    boolean isOf(Life other) {
        return life.equals(other);
    }
}
