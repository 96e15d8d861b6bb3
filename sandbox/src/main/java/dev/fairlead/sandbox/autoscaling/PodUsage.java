package dev.fairlead.sandbox.autoscaling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** Says how much memory pods use, as a metrics server would; the control plane's own autoscaler believes it. */
public final class PodUsage implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private static final ResourceDefinitionContext POD_METRICS =
            new ResourceDefinitionContext.Builder()
                    .withGroup("metrics.k8s.io")
                    .withVersion("v1beta1")
                    .withKind("PodMetrics")
                    .withPlural("pods")
                    .withNamespaced(true)
                    .build();

    private final KubernetesClient client;

    private final Map<String, Integer> mebibytes = new ConcurrentHashMap<>();

    private final Pulse pulse;

    /** The client stays the caller's. */
    public PodUsage(KubernetesClient client) {
        this.client = client;
        this.pulse = new Pulse("pod-usage", EVERY, this::tell);
    }

    /** Every pod of a namespace uses so much from now on. */
    public void is(String namespace, int mebibytesEach) {
        mebibytes.put(namespace, mebibytesEach);
    }

    private void tell() {
        mebibytes.forEach(this::tell);
    }

    private void tell(String namespace, int each) {
        Set<String> there = new HashSet<>();
        for (Pod pod : client.pods().inNamespace(namespace).list().getItems()) {
            there.add(pod.getMetadata().getName());
            client.genericKubernetesResources(POD_METRICS)
                    .inNamespace(namespace)
                    .resource(measure(pod, each))
                    .forceConflicts()
                    .serverSideApply();
        }
        // What is told of a pod that is gone would be counted.
        client.genericKubernetesResources(POD_METRICS)
                .inNamespace(namespace)
                .list()
                .getItems()
                .stream()
                .filter(told -> !there.contains(told.getMetadata().getName()))
                .forEach(told -> client.resource(told).delete());
    }

    private static GenericKubernetesResource measure(Pod pod, int each) {
        var measure = new GenericKubernetesResource();
        measure.setApiVersion("metrics.k8s.io/v1beta1");
        measure.setKind("PodMetrics");
        measure.setMetadata(new ObjectMetaBuilder().withName(pod.getMetadata().getName())
                .withNamespace(pod.getMetadata().getNamespace())
                .withLabels(pod.getMetadata().getLabels())
                .build());
        measure.setAdditionalProperty("timestamp",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        measure.setAdditionalProperty("window", EVERY.toSeconds() + "s");
        measure.setAdditionalProperty("containers", List.of(Map.of("name",
                pod.getSpec().getContainers().getFirst().getName(), "usage",
                Map.of("memory", each + "Mi"))));
        return measure;
    }

    @Override
    public void close() {
        pulse.close();
    }
}
