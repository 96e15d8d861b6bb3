package dev.fairlead.router.golden;

import java.util.List;
import java.util.Set;

import dev.fairlead.canary.revision.ConfigRef;
import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.router.cluster.ApiServer;
import dev.fairlead.router.cluster.ClusterObjects;
import dev.fairlead.router.cluster.Memory;
import dev.fairlead.router.plan.LabelPrefixes;
import dev.fairlead.router.traffic.TrafficRouters;
import dev.fairlead.router.traffic.gatewayapi.GatewayTrafficRouter;
import dev.fairlead.router.traffic.istio.IstioTrafficRouter;
import dev.fairlead.router.traffic.kubernetes.KubernetesTrafficRouter;
import dev.fairlead.router.work.ChangeWork;
import dev.fairlead.router.workload.RevisionReader;
import dev.fairlead.router.workload.WorkloadSettings;
import dev.fairlead.router.workload.Workloads;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Everything that makes an attempt, over any API server. */
public final class Bench {

    private static final int REMEMBERED = 100;

    private Bench() {}

    /** A router that has just started: it remembers nothing. */
    public static ChangeWork over(ApiServer api) {
        var settings = new WorkloadSettings(List.of("app", "name", "app.kubernetes.io/name"),
                new LabelPrefixes(List.of("app.kubernetes.io")), true);
        var objects = new ClusterObjects(api, new Memory(REMEMBERED));
        var fingerprints = new SecretFingerprints("0123456789abcdef".getBytes(UTF_8));
        var revisions = new RevisionReader(objects, () -> fingerprints,
                Set.of(ConfigRef.Kind.values()));
        return new ChangeWork("router@test", objects,
                new TrafficRouters(List.of(new IstioTrafficRouter(), GatewayTrafficRouter.v1(),
                        GatewayTrafficRouter.v1beta1(), new KubernetesTrafficRouter())),
                Workloads.in(objects, revisions, settings));
    }
}
