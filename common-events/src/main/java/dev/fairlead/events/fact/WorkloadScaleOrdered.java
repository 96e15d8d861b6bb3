package dev.fairlead.events.fact;

import dev.fairlead.events.order.ScaleWorkload.Direction;
import java.time.Instant;

/**
 * The target's workload is to be scaled.
 *
 * @param due
 *            when it is ordered again if nobody answers
 */
public record WorkloadScaleOrdered(FactHead head, Direction direction, Instant due) implements RolloutFact {
}
