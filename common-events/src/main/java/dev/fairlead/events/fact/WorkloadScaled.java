package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.order.ScaleWorkload.Direction;

/**
 * The target's workload was told how many pods to run.
 *
 * @param replicas
 *            asked for
 * @param due
 *            when the wait that follows ends
 */
public record WorkloadScaled(FactHead head, Direction direction, int replicas,
        Instant due) implements RolloutFact {}
