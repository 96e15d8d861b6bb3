package dev.fairlead.router.workload;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Revision;
import dev.fairlead.events.Tree;
import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PromoteWorkload;
import dev.fairlead.events.order.ScaleWorkload;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.cluster.Overtaken;
import dev.fairlead.router.plan.Carried;
import dev.fairlead.router.plan.Fields;
import dev.fairlead.router.plan.Kind;
import dev.fairlead.router.plan.Meta;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.plan.Remake;
import dev.fairlead.router.plan.ServiceCopy;

/**
 * A core Service that is itself the target: a copy of it leads to what is promoted, another to what
 * is tried. Nothing is scaled, and the pods are somebody else's.
 */
public final class ServiceWorkload implements Workload {

    private final ClusterObjects objects;

    private final WorkloadSettings settings;

    public ServiceWorkload(ClusterObjects objects, WorkloadSettings settings) {
        this.objects = objects;
        this.settings = settings;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Kind.SERVICE.title());
    }

    @Override
    public Optional<Pods> pods(WorkloadRef workload, String namespace, Attempt attempt) {
        return Optional.empty();
    }

    @Override
    public Primary prepare(PrepareTarget order, Attempt attempt) {
        OrderHead head = order.head();
        WorkloadRef workload = order.definition().workload();
        ObjectRef place = primary(head, workload);
        boolean missing = objects.read(place, attempt).isEmpty();
        Fields source = source(head, workload, attempt);
        if (missing && !order.blueprint().isNone()) {
            Fields lost = Fields.of(order.blueprint().workload().fields());
            Fields made = objects.write(new Remake(place, head.target(), head.life(), lost),
                    head.fence(), attempt);
            follow(canary(head, workload), head, source, attempt);
            return of(made);
        }
        if (missing) {
            requireUnmoved(workload, source, order.revision());
        }
        Fields made = objects.write(copy(place, head, source, false), head.fence(), attempt);
        follow(canary(head, workload), head, source, attempt);
        return of(made);
    }

    @Override
    public Primary promote(PromoteWorkload order, Attempt attempt) {
        OrderHead head = order.head();
        WorkloadRef workload = order.definition().workload();
        Fields primary = objects.require(primary(head, workload), attempt);
        if (head.fence().isBelow(Meta.fence(primary))) {
            throw new Overtaken(Meta.fence(primary));
        }
        if (head.fence().equals(Meta.fence(primary))
                && Carried.by(primary).sameAs(order.revision())) {
            return of(primary);
        }
        Fields source = source(head, workload, attempt);
        requireUnmoved(workload, source, order.revision());
        return of(follow(primary(head, workload), head, source, attempt));
    }

    /** Up: the copy leads to what is tried. Down: nothing, for there is no pod of ours. */
    @Override
    public int scale(ScaleWorkload order, Optional<Integer> least, Attempt attempt) {
        if (order.direction() == Direction.UP) {
            OrderHead head = order.head();
            Fields source = source(head, order.workload(), attempt);
            follow(canary(head, order.workload()), head, source, attempt);
        }
        return 0;
    }

    private Fields follow(ObjectRef place, OrderHead head, Fields source, Attempt attempt) {
        return objects.write(copy(place, head, source, true), head.fence(), attempt);
    }

    private ServiceCopy copy(ObjectRef place, OrderHead head, Fields source, boolean following) {
        return new ServiceCopy(place, head.target(), head.life(), source, settings.prefixes(),
                following);
    }

    private Fields source(OrderHead head, WorkloadRef workload, Attempt attempt) {
        return objects.require(service(head, workload.name()), attempt);
    }

    private static Primary of(Fields live) {
        Fields kept = Remake.kept(live).with(ServiceCopy.common(live), "spec");
        return new Primary(Carried.by(live), new Blueprint(new Tree(kept.map()), Map.of()));
    }

    private static void requireUnmoved(WorkloadRef workload, Fields source, Revision ordered) {
        Revision found = ServiceCopy.revision(source);
        if (!found.sameAs(ordered)) {
            throw new Obstacle(Reason.MOVED_ON, "Service/" + workload.name(),
                    "Expected the revision " + ordered.template() + ", but it is "
                            + found.template());
        }
    }

    private static ObjectRef primary(OrderHead head, WorkloadRef workload) {
        return service(head, workload.primaryName());
    }

    private static ObjectRef canary(OrderHead head, WorkloadRef workload) {
        return service(head, workload.name() + "-canary");
    }

    private static ObjectRef service(OrderHead head, String name) {
        return new ObjectRef(Kind.SERVICE, head.target().namespace(), name);
    }
}
