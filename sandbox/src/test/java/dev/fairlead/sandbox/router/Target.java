package dev.fairlead.sandbox.router;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

import dev.fairlead.canary.revision.ConfigChecksum;
import dev.fairlead.canary.revision.RevisionFingerprint;
import dev.fairlead.canary.revision.SecretFingerprints;
import dev.fairlead.clusters.Cluster;
import dev.fairlead.clusters.FingerprintKeys;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.Revision;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Tree;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Analysis;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.Policies;
import dev.fairlead.events.definition.PrimaryScaler;
import dev.fairlead.events.definition.Steps;
import dev.fairlead.events.definition.WorkloadRef;
import dev.fairlead.events.order.CanaryStatus;
import dev.fairlead.events.order.Cookies;
import dev.fairlead.events.order.EventNote;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PromoteWorkload;
import dev.fairlead.events.order.ReportStatus;
import dev.fairlead.events.order.ScaleWorkload;
import dev.fairlead.events.order.ShiftTraffic;

/** A Canary with its Deployment in a namespace, and the orders for it. */
final class Target {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private static final ResourceDefinitionContext CANARY = custom("flagger.app", "v1beta1",
            "Canary", "canaries");

    private static final ResourceDefinitionContext ROUTE = custom("networking.istio.io", "v1beta1",
            "VirtualService", "virtualservices");

    private final KubernetesClient client;
    private final TargetKey key;
    private final Life life;

    Target(KubernetesClient client, String cluster, String namespace) {
        this.client = client;
        this.key = new TargetKey(cluster, namespace, "podinfo");
        client.load(Target.class.getResourceAsStream("app.yaml")).inNamespace(namespace).create();
        this.life = new Life(canary().getMetadata().getUid());
    }

    private static ResourceDefinitionContext custom(String group, String version, String kind,
            String plural) {
        return new ResourceDefinitionContext.Builder().withGroup(group)
                .withVersion(version)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    GenericKubernetesResource canary() {
        return client.genericKubernetesResources(CANARY)
                .inNamespace(key.namespace())
                .withName("podinfo")
                .get();
    }

    GenericKubernetesResource route() {
        return client.genericKubernetesResources(ROUTE)
                .inNamespace(key.namespace())
                .withName("podinfo")
                .get();
    }

    /** What the namespace has of the target outlives the namespace's deletion, or may go. */
    void held(boolean held) {
        var merge = PatchContext.of(PatchType.JSON_MERGE);
        String patch = "{\"metadata\":{\"finalizers\":"
                + (held ? "[\"fairlead.dev/held-by-a-test\"]" : "null") + "}}";
        client.genericKubernetesResources(CANARY)
                .inNamespace(key.namespace())
                .withName("podinfo")
                .patch(merge, patch);
        client.apps()
                .deployments()
                .inNamespace(key.namespace())
                .withName("podinfo")
                .patch(merge, patch);
    }

    /** Somebody else writes the route. */
    void patchRoute(String mergePatch) {
        client.genericKubernetesResources(ROUTE)
                .inNamespace(key.namespace())
                .withName("podinfo")
                .patch(io.fabric8.kubernetes.client.dsl.base.PatchContext
                        .of(io.fabric8.kubernetes.client.dsl.base.PatchType.JSON_MERGE),
                        mergePatch);
    }

    Deployment deployment(String name) {
        return client.apps().deployments().inNamespace(key.namespace()).withName(name).get();
    }

    <T extends HasMetadata> T change(T object) {
        return client.resource(object).update();
    }

    KubernetesClient client() {
        return client;
    }

    String namespace() {
        return key.namespace();
    }

    /** The revision that the target is now, as a watcher sees it. */
    Revision revision() {
        Map<?, ?> template = client.getKubernetesSerialization()
                .convertValue(deployment("podinfo").getSpec().getTemplate(), Map.class);
        var config = client.configMaps()
                .inNamespace(key.namespace())
                .withName("podinfo-config")
                .get();
        var secret = client.secrets()
                .inNamespace(key.namespace())
                .withName("podinfo-secret")
                .get();
        var secrets = new SecretFingerprints(
                new FingerprintKeys().of(new Cluster(key.cluster(), "default", client)));
        return new Revision(RevisionFingerprint.ofPodTemplate(typed(template)),
                Map.of("configmap/podinfo-config", ConfigChecksum.of(tree(config)),
                        "secret/podinfo-secret", secrets.ofSecret(tree(secret))),
                List.of());
    }

    private Map<String, Object> tree(HasMetadata object) {
        return typed(client.getKubernetesSerialization().convertValue(object, Map.class));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> typed(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    PrepareTarget prepare(PrepareTarget.Stage stage, long version) {
        return new PrepareTarget(head(version), definition(), stage, revision(), Weight.ZERO);
    }

    ShiftTraffic shift(int weight, long version) {
        return new ShiftTraffic(head(version), definition(), Weight.of(weight), false);
    }

    ScaleWorkload scale(ScaleWorkload.Direction direction, long version) {
        return new ScaleWorkload(head(version), workload(), WorkloadRef.NONE, direction);
    }

    PromoteWorkload promote(Revision revision, long version) {
        return new PromoteWorkload(head(version), definition(), revision);
    }

    ReportStatus status(String phase, String promoted, long version, String... events) {
        var condition = new CanaryStatus.Condition("Promoted", promoted, phase, "message of "
                + phase, AT, AT);
        var status = new CanaryStatus(phase, Weight.of(10), 0, 0, "v1-a", "v1-b", Map.of(), AT, 1,
                List.of(condition), "a#1", "waits for nothing", Cookies.NONE);
        return new ReportStatus(head(version), status, java.util.Arrays.stream(events)
                .map(text -> new EventNote(false, text, AT))
                .toList());
    }

    private OrderHead head(long version) {
        Fence fence = new Fence(1, version);
        return new OrderHead(OrderId.of(key, fence, 0), key, life, RolloutId.NONE, fence,
                OrderHead.NEVER);
    }

    private static WorkloadRef workload() {
        return new WorkloadRef("apps/v1", "Deployment", "podinfo");
    }

    private static Definition definition() {
        var traffic = new Definition.Traffic("podinfo", 80,
                new Tree(Map.of("port", 80, "targetPort", 9898)),
                new Definition.RouteNames("podinfo", "podinfo"));
        var analysis = new Analysis(Duration.ofSeconds(1), 1, 0, new Steps(10, List.of(), 50, 0),
                new Analysis.Mirror(false, 0), List.of(), Tree.EMPTY, 100, 100);
        var policies = new Policies(Policies.Unanswered.FAILED, Policies.Unanswered.FAILED,
                Duration.ofHours(24), Policies.GateDefault.REMIND);
        return new Definition("istio", workload(), WorkloadRef.NONE, traffic, analysis, List.of(),
                List.of(), List.of(), Duration.ofMinutes(1),
                new Definition.Drain(Duration.ofSeconds(10), Duration.ofSeconds(5)), policies,
                new Definition.Switches(false, false, false),
                PrimaryScaler.NONE);
    }
}
