package dev.fairlead.sandbox.watcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;

import dev.fairlead.clusters.Clusters;
import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.clusters.FingerprintKeys;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.sandbox.world.Deployments;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.watcher.detection.DetectionSettings;
import dev.fairlead.watcher.watch.ClusterWatch;
import dev.fairlead.watcher.watch.PlainClients;

import static org.awaitility.Awaitility.await;

/** A watcher of one namespace of a world, without Kafka, and hands that change things there. */
final class Watched implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(45);

    private final String namespace;

    private final KubernetesClient hands;

    private final Clusters clusters;

    private final ClusterWatch watch;

    final HeardVoice voice = new HeardVoice();

    Watched(World world, String namespace) {
        this(world, namespace, namespace);
    }

    /** A watcher of all namespaces, and hands in one. */
    static Watched everywhere(World world, String namespace) {
        return new Watched(world, namespace, "");
    }

    private Watched(World world, String namespace, String seen) {
        this.namespace = namespace;
        this.hands = world.client();
        var settings = new ClustersSettings(List.of(new ClustersSettings.Named("it",
                world.controlPlane().kubeconfig().toString(), "", "default", "")));
        this.clusters = Clusters.of(settings, "fairlead-watcher");
        var cluster = clusters.named("it");
        var keys = new FingerprintKeys();
        this.watch = new ClusterWatch(new ClusterWatch.Scope("it", seen), DetectionSettings.PLAIN,
                clusters.another(cluster, PlainClients::habits), () -> keys.of(cluster), voice);
        watch.start();
    }

    ClusterWatch watch() {
        return watch;
    }

    TargetKey target(String name) {
        return new TargetKey("it", namespace, name);
    }

    /** Waits for an observation that is told after a position. */
    <T extends Observation> T hear(Class<T> type, int from, Predicate<T> which) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> voice.of(type, from, which), found -> !found.isEmpty())
                .getFirst();
    }

    <T extends Observation> T hear(Class<T> type, Predicate<T> which) {
        return hear(type, 0, which);
    }

    void apply(String manifest) {
        hands.load(new java.io.ByteArrayInputStream(
                manifest.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .inNamespace(namespace)
                .forceConflicts()
                .serverSideApply();
    }

    void deploy(String name, String image, int replicas) {
        hands.resource(Deployments.of(namespace, name, image, replicas))
                .forceConflicts()
                .serverSideApply();
    }

    void deploy(Deployment deployment) {
        hands.resource(deployment).forceConflicts().serverSideApply();
    }

    void deleteCanary(String name) {
        delete("flagger.app/v1beta1", "Canary", name);
    }

    void delete(String apiVersion, String kind, String name) {
        hands.genericKubernetesResources(apiVersion, kind)
                .inNamespace(namespace)
                .withName(name)
                .delete();
    }

    /** Changes a VirtualService as somebody else would. */
    void route(String name, int canary, Map<String, String> annotations) {
        apply("""
                apiVersion: networking.istio.io/v1beta1
                kind: VirtualService
                metadata:
                  name: %1$s
                  annotations: {%3$s}
                spec:
                  hosts: [%1$s]
                  http:
                  - route:
                    - {destination: {host: %1$s-primary}, weight: %4$d}
                    - {destination: {host: %1$s-canary}, weight: %2$d}
                """.formatted(name, canary, annotations.entrySet()
                .stream()
                .map(entry -> entry.getKey() + ": \"" + entry.getValue() + "\"")
                .collect(java.util.stream.Collectors.joining(", ")), 100 - canary));
    }

    static String canary(String name) {
        return """
                apiVersion: flagger.app/v1beta1
                kind: Canary
                metadata: {name: %1$s}
                spec:
                  targetRef: {apiVersion: apps/v1, kind: Deployment, name: %1$s}
                  service: {port: 9898}
                  analysis: {interval: 1s, threshold: 3, stepWeight: 10, maxWeight: 50}
                """.formatted(name);
    }

    @Override
    public void close() {
        watch.close();
        clusters.close();
    }
}
