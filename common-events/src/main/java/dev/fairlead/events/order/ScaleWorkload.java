package dev.fairlead.events.order;

import dev.fairlead.events.definition.WorkloadRef;

/**
 * Scale the target's own workload.
 *
 * @param workload
 *            the target's workload
 * @param scaler
 *            its autoscaler, {@link WorkloadRef#NONE} when there is none
 * @param direction
 *            to zero, or to what the target, its primary or its autoscaler ask for
 */
public record ScaleWorkload(OrderHead head, WorkloadRef workload, WorkloadRef scaler,
        Direction direction) implements ChangeOrder {

    /** UP: as many pods as Flagger would start. DOWN: none. */
    public enum Direction {
        UP, DOWN
    }
}
