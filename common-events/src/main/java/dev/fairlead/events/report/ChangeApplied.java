package dev.fairlead.events.report;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Revision;

/**
 * What was ordered stands in the cluster.
 *
 * @param revision
 *            the revision that the primary now carries, after {@code PrepareTarget} and
 *            {@code PromoteWorkload}; {@link Revision#NONE} for other orders
 * @param replicas
 *            the pods asked for after {@code ScaleWorkload}; 0 for other orders
 * @param blueprint
 *            what the primary was made of, after {@code PrepareTarget} and
 *            {@code PromoteWorkload}; {@link Blueprint#NONE} for other orders
 */
public record ChangeApplied(OrderRef order, Revision revision, int replicas,
        Blueprint blueprint) implements Report {

    public ChangeApplied(OrderRef order, Revision revision, int replicas) {
        this(order, revision, replicas, Blueprint.NONE);
    }
}
