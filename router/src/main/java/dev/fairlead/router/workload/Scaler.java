package dev.fairlead.router.workload;

import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.router.cluster.Attempt;

/**
 * Knows one kind of autoscaler. Each call is part of one attempt, writes under the order's fence and
 * gives the same result when it comes twice.
 *
 * <p>
 * Every method throws an {@link dev.fairlead.router.plan.Obstacle} when the order cannot be done,
 * with {@code Reason.MISSING} when the target's autoscaler is not there, and
 * {@link dev.fairlead.router.cluster.Overtaken} when a later order was.
 */
interface Scaler {

    /** The kind in {@code spec.autoscalerRef}, such as {@code HorizontalPodAutoscaler}. */
    String kind();

    /** Makes the primary's autoscaler where it is missing; one that is there stays as it is. */
    void prepare(OrderHead head, Definition definition, Attempt attempt);

    /** Gives the primary's autoscaler what the target's says now. */
    void promote(OrderHead head, Definition definition, Attempt attempt);

    /** Lets the target's autoscaler scale, or keeps it from starting pods that nobody tries. */
    void let(OrderHead head, WorkloadRef scaler, boolean scale, Attempt attempt);

    /** The pods that the target's autoscaler begins with, from 1. */
    int least(OrderHead head, WorkloadRef scaler, Attempt attempt);
}
