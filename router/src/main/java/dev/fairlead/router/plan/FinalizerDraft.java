package dev.fairlead.router.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.fairlead.events.Fence;

/**
 * Flagger's finalizer on a Canary: while it is there, the Canary is not gone before everything is given
 * back. Nothing else of the Canary is touched.
 *
 * @param object
 *            the Canary
 * @param held
 *            whether the Canary is to be held
 */
public record FinalizerDraft(ObjectRef object, boolean held) implements Draft {

    public static final String NAME = "finalizer.flagger.app";

    @Override
    public Optional<Fields> created() {
        return Optional.empty();
    }

    @Override
    public Fields corrected(Fields live) {
        List<String> now = live.texts("metadata", "finalizers");
        boolean deleted = live.has("metadata", "deletionTimestamp");
        if (now.contains(NAME) == held || held && deleted) {
            return live;
        }
        List<String> wanted = new ArrayList<>(now);
        if (held) {
            wanted.add(NAME);
        } else {
            wanted.removeIf(NAME::equals);
        }
        return live.withUnlessEmpty(wanted, "metadata", "finalizers");
    }

    /** The finalizer's presence says all; the status has a fence of its own. */
    @Override
    public Fence shown(Fields live) {
        return Fence.NONE;
    }

    @Override
    public Fields fenced(Fields wanted, Fence fence) {
        return wanted;
    }

    @Override
    public boolean mayDrift() {
        return false;
    }
}
