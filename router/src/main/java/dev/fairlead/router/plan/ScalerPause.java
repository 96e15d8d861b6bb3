package dev.fairlead.router.plan;

import java.util.Optional;

/**
 * The target's ScaledObject, held at zero or let go. Somebody else's change under the same fence is
 * their right.
 *
 * @param paused
 *            whether it is held
 */
public record ScalerPause(ObjectRef object, boolean paused) implements Draft {

    /** Tells KEDA to hold a workload at a number of pods. */
    public static final String PAUSED = "autoscaling.keda.sh/paused-replicas";

    private static final String ZERO = "0";

    @Override
    public Optional<Fields> created() {
        return Optional.empty();
    }

    @Override
    public Fields corrected(Fields live) {
        return paused
                ? live.with(ZERO, "metadata", "annotations", PAUSED)
                : live.without("metadata", "annotations", PAUSED);
    }

    @Override
    public boolean mayDrift() {
        return false;
    }
}
