package dev.fairlead.router.workload;

import java.util.Optional;
import java.util.Set;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Revision;
import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PromoteWorkload;
import dev.fairlead.events.order.ScaleWorkload;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.SelectorLabel;

/**
 * Knows one kind of workload. Each call is part of one attempt, writes under the order's fence and
 * gives the same result when it comes twice.
 *
 * <p>
 * Every method throws an {@link dev.fairlead.router.plan.Obstacle} when the order cannot be done,
 * with {@code Reason.MISSING} when the workload is not there, and
 * {@link dev.fairlead.router.cluster.Overtaken} when a later order was.
 */
public interface Workload {

    /** The kinds in {@code spec.targetRef}, such as {@code Deployment}. */
    Set<String> kinds();

    /**
     * What the Services of a target must know of its pods.
     *
     * @param label
     *            tells the pods of the target and of its primary apart
     * @param template
     *            the pods' template, for ports that are to be discovered
     */
    record Pods(SelectorLabel label, Fields template) {}

    /** The pods of the target's workload, read now; empty when no Services are made for it. */
    Optional<Pods> pods(WorkloadRef workload, String namespace, Attempt attempt);

    /**
     * A primary as it stands.
     *
     * @param revision
     *            that it carries
     * @param blueprint
     *            what it is made again from when it is lost
     */
    record Primary(Revision revision, Blueprint blueprint) {}

    /**
     * Makes the primary and the copies of configs where they are missing, of the order's blueprint
     * if there is one, else of the target; a primary that exists is adopted as it is.
     */
    Primary prepare(PrepareTarget order, Attempt attempt);

    /**
     * Gives the primary the template and configs of the target, which must be the ordered revision.
     */
    Primary promote(PromoteWorkload order, Attempt attempt);

    /**
     * Scales the target's own workload.
     *
     * @param least
     *            the pods that its autoscaler begins with; empty when it has none
     * @return the pods it asks for now, from 0
     */
    int scale(ScaleWorkload order, Optional<Integer> least, Attempt attempt);
}
