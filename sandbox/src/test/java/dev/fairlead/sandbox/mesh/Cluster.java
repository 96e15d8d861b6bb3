package dev.fairlead.sandbox.mesh;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/** Writes what a team would have in a namespace: Deployments, Services, routes. */
public final class Cluster {

    private static final int PORT = 9898;

    private final KubernetesClient client;
    private final String namespace;

    public Cluster(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    public void deployment(String name, String tag, int replicas, Map<String, String> environment) {
        Map<String, String> labels = Map.of("app", name);
        var container = new ContainerBuilder().withName("app")
                .withImage("registry.local/backend:" + tag)
                .addNewPort()
                .withName("http")
                .withContainerPort(PORT)
                .endPort()
                .withEnv(environment.entrySet()
                        .stream()
                        .map(
                                one -> new EnvVarBuilder().withName(one.getKey())
                                        .withValue(one.getValue())
                                        .build())
                        .toList())
                .build();
        client.resource(new DeploymentBuilder().withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withContainers(container)
                .endSpec()
                .endTemplate()
                .endSpec()
                .build())
                .forceConflicts()
                .serverSideApply();
    }

    public void scale(String name, int replicas) {
        client.apps().deployments().inNamespace(namespace).withName(name).scale(replicas);
    }

    public void service(String name, String app) {
        client.resource(new ServiceBuilder().withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withSelector(Map.of("app", app))
                .addNewPort()
                .withName("http")
                .withPort(80)
                .withNewTargetPort("http")
                .endPort()
                .endSpec()
                .build()).serverSideApply();
    }

    public void routes(String name, List<String> gateways, List<Object> http) {
        client.resource(
                resource(name, Map.of("hosts", List.of(name), "gateways", gateways, "http", http)))
                .forceConflicts()
                .serverSideApply();
    }

    public void weights(String name, int primary, int canary) {
        routes(name, List.of("mesh"), List.of(Map.of("route",
                List.of(destination("backend-primary", primary),
                        destination("backend-canary", canary)))));
    }

    static Map<String, Object> destination(String host, int weight) {
        return Map.of("destination", Map.of("host", host), "weight", weight);
    }

    private GenericKubernetesResource resource(String name, Map<String, Object> spec) {
        return new GenericKubernetesResourceBuilder().withApiVersion("networking.istio.io/v1")
                .withKind("VirtualService")
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .addToAdditionalProperties("spec", spec)
                .build();
    }
}
