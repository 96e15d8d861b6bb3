package dev.fairlead.router.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.fairlead.events.Fence;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.ObjectRef;

/**
 * The objects as we wrote them last, so that the next write needs no read. A guess, never the
 * truth: a write on top of a wrong one is refused by the API server.
 */
public final class Memory {

    private record Known(Optional<Fields> object, Fence fence) {}

    private final Map<ObjectRef, Known> known;

    /**
     * @param limit
     *            how many objects are kept; the least used go first
     */
    public Memory(int limit) {
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ObjectRef, Known> eldest) {
                return size() > limit;
            }
        };
    }

    /** The object as it was last seen or written, for kinds worth keeping. */
    public synchronized Optional<Fields> recall(ObjectRef ref) {
        Known entry = known.get(ref);
        return entry == null ? Optional.empty() : entry.object();
    }

    /** The highest fence that we wrote, even where the API server drops it. */
    public synchronized Fence fence(ObjectRef ref) {
        Known entry = known.get(ref);
        return entry == null ? Fence.NONE : entry.fence();
    }

    public synchronized void keep(ObjectRef ref, Fields object, Fence written) {
        Fence before = fence(ref);
        if (ref.kind().isRemembered()) {
            known.put(ref,
                    new Known(Optional.of(object), before.isBelow(written) ? written : before));
        }
    }

    /** Forgets the object, not its fence. */
    public synchronized void forget(ObjectRef ref) {
        known.computeIfPresent(ref, (key, entry) -> new Known(Optional.empty(), entry.fence()));
    }
}
