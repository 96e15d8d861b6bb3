package dev.fairlead.router.workload;

import java.util.Map;
import java.util.Optional;

import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PromoteWorkload;
import dev.fairlead.events.order.RevertTarget;
import dev.fairlead.events.order.ScaleWorkload;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.workload.Workload.Pods;
import dev.fairlead.router.workload.Workload.Primary;

/** A workload together with the autoscaler that goes with it, if there is one. */
public final class ScaledWorkload {

    private final Workload workload;

    private final Optional<Scaler> scaler;

    ScaledWorkload(Workload workload, Optional<Scaler> scaler) {
        this.workload = workload;
        this.scaler = scaler;
    }

    /** As {@link Workload#pods}. */
    public Optional<Pods> pods(WorkloadRef target, String namespace, Attempt attempt) {
        return workload.pods(target, namespace, attempt);
    }

    /** As {@link Workload#prepare}; the primary comes before what scales it. */
    public Primary prepare(PrepareTarget order, Attempt attempt) {
        Primary primary = workload.prepare(order, attempt);
        scaler.ifPresent(one -> one.prepare(order.head(), order.definition(), attempt));
        return primary;
    }

    /** As {@link Workload#promote}. */
    public Primary promote(PromoteWorkload order, Attempt attempt) {
        Primary primary = workload.promote(order, attempt);
        scaler.ifPresent(one -> one.promote(order.head(), order.definition(), attempt));
        return primary;
    }

    /**
     * As {@link Workload#scale}. On the way down the autoscaler is held first, or it would start the
     * pods again; on the way up it is let go first, so that it has its say from the first pod on.
     */
    public int scale(ScaleWorkload order, Attempt attempt) {
        boolean up = order.direction() == Direction.UP;
        scaler.ifPresent(one -> one.let(order.head(), order.scaler(), up, attempt));
        Optional<Integer> least = up
                ? scaler.map(one -> one.least(order.head(), order.scaler(), attempt))
                : Optional.empty();
        return workload.scale(order, least, attempt);
    }

    /** The target's own label and value; a target that is gone keeps nobody from going. */
    public Map<String, String> own(RevertTarget order, Attempt attempt) {
        try {
            return workload
                    .pods(order.definition().workload(), order.head().target().namespace(),
                            attempt)
                    .map(pods -> Map.of(pods.label().key(), pods.label().value()))
                    .orElse(Map.of());
        } catch (Obstacle e) {
            if (e.reason() == Reason.MISSING) {
                return Map.of();
            }
            throw e;
        }
    }

    /** Lets the target's autoscaler scale again, if it is still there. */
    public void release(RevertTarget order, Attempt attempt) {
        try {
            scaler.ifPresent(one -> one.let(order.head(), order.definition().scaler(), true,
                    attempt));
        } catch (Obstacle e) {
            if (e.reason() != Reason.MISSING) {
                throw e;
            }
        }
    }
}
