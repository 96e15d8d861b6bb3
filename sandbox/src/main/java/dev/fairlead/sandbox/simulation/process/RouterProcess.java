package dev.fairlead.sandbox.simulation.process;

import java.util.List;
import java.util.Set;

import dev.fairlead.canary.revision.ConfigRef;
import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.events.order.ChangeOrder;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.report.ChangeRefused;
import dev.fairlead.events.report.OrderRef;
import dev.fairlead.events.report.Report;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.cluster.Memory;
import dev.fairlead.router.plan.LabelPrefixes;
import dev.fairlead.router.plan.ObjectRef;
import dev.fairlead.router.traffic.TrafficRouters;
import dev.fairlead.router.traffic.istio.IstioTrafficRouter;
import dev.fairlead.router.work.ChangeWork;
import dev.fairlead.router.work.Priority;
import dev.fairlead.router.workload.RevisionReader;
import dev.fairlead.router.workload.WorkloadSettings;
import dev.fairlead.router.workload.Workloads;
import dev.fairlead.sandbox.simulation.cluster.Cluster;
import dev.fairlead.sandbox.simulation.cluster.MemoryApiServer;
import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.topic.Group;
import dev.fairlead.topics.Topics;

/** The router of one cluster: the work and plan that ship, over an API server in memory. */
final class RouterProcess implements Startable {

    private static final int REMEMBERED = 10_000;
    private static final WorkloadSettings SETTINGS = new WorkloadSettings(
            List.of("app", "name", "app.kubernetes.io/name"), new LabelPrefixes(List.of()), true);

    private final Ground ground;
    private final Process process;
    private final ChangeWork work;
    private final Reporting reports;
    private final Listening listening;

    RouterProcess(Ground ground, Process process, Cluster cluster, Group group) {
        this.ground = ground;
        this.process = process;
        var api = new MemoryApiServer(cluster.objects(), new Road(), ground.writes());
        var objects = new ClusterObjects(api, new Memory(REMEMBERED));
        var key = new SecretFingerprints(new byte[32]);
        var revisions = new RevisionReader(objects, () -> key,
                Set.of(ConfigRef.Kind.values()));
        this.work = new ChangeWork(process.name(), objects,
                new TrafficRouters(List.of(new IstioTrafficRouter())),
                Workloads.in(objects, revisions, SETTINGS),
                ground.scheduler()::now);
        this.reports = new Reporting(ground, process, Topics.report(cluster.name()));
        this.listening = new Listening(ground, process,
                new Listening.Subscription(
                        ground.broker().orders(Topics.changeOrder(cluster.name())), group,
                        RouterProcess::lane),
                this::heard);
    }

    @Override
    public void start() {
        listening.start();
    }

    @Override
    public void stopped() {
        listening.stop();
    }

    private void heard(Order order) {
        if (order instanceof ChangeOrder change) {
            reports.publish(answer(change));
        }
    }

    private Report answer(ChangeOrder order) {
        return ground.instant().isAfter(order.head().expires())
                ? new ChangeRefused(OrderRef.to(order, process.name()),
                        ChangeRefused.Reason.EXPIRED, "order",
                        "expired at " + order.head().expires())
                : work.answer(order);
    }

    private static String lane(Order order) {
        return order.head().target() + (order instanceof ChangeOrder change
                ? switch (Priority.of(change)) {
                    case RESCUE, ROUTE -> "/route";
                    case WORKLOAD -> "/workload";
                    case TALK -> "/status";
                }
                : "/other");
    }

    /** The way to the API server. */
    private final class Road implements MemoryApiServer.Road {

        @Override
        public MemoryApiServer.Fate out(ObjectRef object) {
            process.call();
            if (process.isCut()) {
                return MemoryApiServer.Fate.UNREACHABLE;
            }
            if (ground.faults().strikes(Fault.THROTTLING)) {
                return MemoryApiServer.Fate.THROTTLED;
            }
            return ground.faults().strikes(Fault.CONFLICT)
                    ? MemoryApiServer.Fate.CONFLICT
                    : MemoryApiServer.Fate.DONE;
        }

        @Override
        public boolean back() {
            process.call();
            return !process.isUnanswered();
        }
    }

}
