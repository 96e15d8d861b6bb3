package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.order.ScaleWorkload.Direction;

/**
 * The target's workload is to be scaled.
 *
 * @param due
 *            when it is ordered again if nobody answers
 */
public record WorkloadScaleOrdered(FactHead head, Direction direction,
        Instant due) implements RolloutFact {}
