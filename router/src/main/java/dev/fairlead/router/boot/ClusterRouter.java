package dev.fairlead.router.boot;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;

import dev.fairlead.canary.revision.ConfigRef;
import dev.fairlead.clusters.Cluster;
import dev.fairlead.events.report.Report;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.cluster.HttpApiServer;
import dev.fairlead.router.cluster.Memory;
import dev.fairlead.router.intake.ChangeIntake;
import dev.fairlead.router.intake.ChangeIntake.ClusterPlace;
import dev.fairlead.router.publish.Reports;
import dev.fairlead.router.traffic.TrafficRouters;
import dev.fairlead.router.traffic.gatewayapi.GatewayTrafficRouter;
import dev.fairlead.router.traffic.istio.IstioTrafficRouter;
import dev.fairlead.router.traffic.kubernetes.KubernetesTrafficRouter;
import dev.fairlead.router.work.Budget;
import dev.fairlead.router.work.ChangeWork;
import dev.fairlead.router.workload.RevisionReader;
import dev.fairlead.router.workload.WorkloadSettings;
import dev.fairlead.router.workload.Workloads;
import dev.fairlead.topics.publish.WordPublisher;

/** Puts together what serves one cluster; clusters share no queue, budget or memory. */
final class ClusterRouter {

    private final RouterSettings settings;

    private final WorkloadSettings workloads;

    private final String worker;

    private final MeterRegistry meters;

    ClusterRouter(RouterSettings settings, String worker, MeterRegistry meters) {
        this.settings = settings;
        this.workloads = settings.forWorkloads();
        this.worker = worker;
        this.meters = meters;
    }

    ChangeIntake intake(Cluster cluster, WordPublisher<Report> publisher) {
        var objects = new ClusterObjects(
                new HttpApiServer(cluster.name(), cluster.client(), meters),
                new Memory(settings.remembered()));
        var revisions = new RevisionReader(objects, new SecretKey(cluster),
                tracked());
        var work = new ChangeWork(worker, objects,
                new TrafficRouters(List.of(new IstioTrafficRouter(),
                        GatewayTrafficRouter.v1(), GatewayTrafficRouter.v1beta1(),
                        new KubernetesTrafficRouter())),
                Workloads.in(objects, revisions, workloads));
        Clock clock = Clock.systemUTC();
        return new ChangeIntake(new ClusterPlace(cluster.name(), worker), work::answer,
                new Budget(settings.ordersAtATime()),
                new Reports(cluster.name(), publisher, clock)::publish, meters, clock);
    }

    private Set<ConfigRef.Kind> tracked() {
        if (!settings.enableConfigTracking()) {
            return Set.of();
        }
        return settings.secrets() == RouterSettings.Secrets.OFF
                ? Set.of(ConfigRef.Kind.CONFIG_MAP)
                : Set.of(ConfigRef.Kind.values());
    }
}
