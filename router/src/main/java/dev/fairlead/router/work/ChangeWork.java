package dev.fairlead.router.work;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Revision;
import dev.fairlead.events.order.ChangeOrder;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PromoteWorkload;
import dev.fairlead.events.order.ReportStatus;
import dev.fairlead.events.order.RevertTarget;
import dev.fairlead.events.order.ScaleWorkload;
import dev.fairlead.events.order.ShiftTraffic;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.events.report.ChangeOvertaken;
import dev.fairlead.events.report.ChangeRefused;
import dev.fairlead.events.report.OrderRef;
import dev.fairlead.events.report.Report;
import dev.fairlead.router.cluster.Attempt;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.cluster.Overtaken;
import dev.fairlead.router.plan.Draft;
import dev.fairlead.router.plan.Obstacle;
import dev.fairlead.router.plan.Services;
import dev.fairlead.router.status.StatusWriter;
import dev.fairlead.router.traffic.TrafficRouters;
import dev.fairlead.router.workload.Workload.Pods;
import dev.fairlead.router.workload.Workload.Primary;
import dev.fairlead.router.workload.Workloads;

/** Makes one bounded attempt at an order, and says in a report how it ended. */
public final class ChangeWork {

    /** The longest that an attempt may take. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private final String worker;

    private final ClusterObjects objects;

    private final TrafficWork traffic;

    private final Workloads workloads;

    private final StatusWriter statuses;

    private final Lives lives;

    private final LongSupplier nanos;

    /**
     * @param worker
     *            who answers, as reports name it
     */
    public ChangeWork(String worker, ClusterObjects objects, TrafficRouters routers,
            Workloads workloads) {
        this(worker, objects, routers, workloads, System::nanoTime);
    }

    /**
     * @param nanos
     *            the clock of attempts; only grows
     */
    public ChangeWork(String worker, ClusterObjects objects, TrafficRouters routers,
            Workloads workloads, LongSupplier nanos) {
        this.worker = worker;
        this.objects = objects;
        this.traffic = new TrafficWork(objects, routers);
        this.workloads = workloads;
        this.statuses = new StatusWriter(objects);
        this.lives = new Lives(objects);
        this.nanos = nanos;
    }

    /** Does what is ordered, or finds why not. */
    public Report answer(ChangeOrder order) {
        OrderRef ref = OrderRef.to(order, worker);
        try {
            return change(order, ref, Attempt.within(LIMIT, nanos));
        } catch (Overtaken e) {
            return new ChangeOvertaken(ref, e.shown());
        } catch (Obstacle e) {
            return new ChangeRefused(ref, e.reason(), e.object(), e.getMessage());
        }
    }

    private ChangeApplied change(ChangeOrder order, OrderRef ref, Attempt attempt) {
        return switch (order) {
            case ShiftTraffic shift -> {
                lives.require(shift.head(), attempt);
                traffic.shift(shift, attempt);
                yield new ChangeApplied(ref, Revision.NONE, 0);
            }
            case ScaleWorkload scale -> {
                lives.require(scale.head(), attempt);
                int replicas = workloads.of(scale.workload(), scale.scaler()).scale(scale, attempt);
                yield new ChangeApplied(ref, Revision.NONE, replicas);
            }
            case PromoteWorkload promote -> {
                lives.require(promote.head(), attempt);
                var definition = promote.definition();
                yield applied(ref, workloads.of(definition.workload(), definition.scaler())
                        .promote(promote, attempt));
            }
            case PrepareTarget prepare -> {
                lives.requireNow(prepare.head(), attempt);
                yield applied(ref, prepare(prepare, attempt));
            }
            case RevertTarget revert -> {
                lives.require(revert.head(), attempt);
                revert(revert, attempt);
                yield new ChangeApplied(ref, Revision.NONE, 0);
            }
            case ReportStatus status -> {
                statuses.write(status, attempt);
                yield new ChangeApplied(ref, Revision.NONE, 0);
            }
        };
    }

    private static ChangeApplied applied(OrderRef ref, Primary primary) {
        return new ChangeApplied(ref, primary.revision(), 0, primary.blueprint());
    }

    private Primary prepare(PrepareTarget order, Attempt attempt) {
        OrderHead head = order.head();
        var definition = order.definition();
        var workload = workloads.of(definition.workload(), definition.scaler());
        Optional<Pods> pods = workload.pods(definition.workload(), head.target().namespace(),
                attempt);
        Optional<Services> services = pods.map(known -> new Services(head.target(), head.life(),
                definition.traffic(), known.label(), known.template()));
        traffic.hold(head, definition.switches().revertOnDeletion(), attempt);
        return switch (order.stage()) {
            case PRIMARY -> {
                services.ifPresent(made -> {
                    makeIfMissing(made.canary(), head.fence(), attempt);
                    makeIfMissing(made.primary(), head.fence(), attempt);
                });
                yield workload.prepare(order, attempt);
            }
            case TRAFFIC -> {
                services.ifPresent(made -> {
                    objects.write(made.canary(), head.fence(), attempt);
                    objects.write(made.primary(), head.fence(), attempt);
                });
                traffic.prepare(order, pods, services, attempt);
                yield new Primary(Revision.NONE, Blueprint.NONE);
            }
        };
    }

    /** One that is there leads users to pods that serve; the pods it is to lead to may not be ready. */
    private void makeIfMissing(Draft service, Fence fence, Attempt attempt) {
        if (objects.read(service.object(), attempt).isEmpty()) {
            objects.write(service, fence, attempt);
        }
    }

    private void revert(RevertTarget order, Attempt attempt) {
        if (order.adopted()) {
            var definition = order.definition();
            var workload = workloads.of(definition.workload(), definition.scaler());
            workload.release(order, attempt);
            traffic.giveBack(order, workload.own(order, attempt), attempt);
        } else {
            traffic.hold(order.head(), false, attempt);
        }
    }
}
