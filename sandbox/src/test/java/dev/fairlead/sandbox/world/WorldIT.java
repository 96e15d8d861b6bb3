package dev.fairlead.sandbox.world;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.fairlead.sandbox.controlplane.ControlPlane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class WorldIT {

    private static final Duration SOON = Duration.ofSeconds(45);
    private static KubernetesClient client;

    @BeforeAll
    static void world() {
        client = SharedWorld.get().client();
    }

    @Test
    void a_deployment_rolls_scales_and_goes() {
        String namespace = SharedWorld.namespace();
        client.resource(Deployments.of(namespace, "app", "demo:1", 3)).create();
        awaitReady(namespace, 3);
        assertThat(images(namespace)).containsExactly("demo:1");

        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("app")
                .edit(d -> d.edit()
                        .editSpec()
                        .editTemplate()
                        .editSpec()
                        .editFirstContainer()
                        .withImage("demo:2")
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build());
        await().atMost(SOON).until(() -> images(namespace).equals(Set.of("demo:2")));
        awaitReady(namespace, 3);

        client.apps().deployments().inNamespace(namespace).withName("app").scale(1);
        await().atMost(SOON).until(() -> pods(namespace).size() == 1);

        client.apps().deployments().inNamespace(namespace).withName("app").delete();
        await().atMost(SOON).until(() -> pods(namespace).isEmpty());
    }

    @Test
    void each_pod_has_an_address_of_its_own_and_a_node() {
        String namespace = SharedWorld.namespace();
        client.resource(Deployments.of(namespace, "app", "demo:1", 5)).create();
        awaitReady(namespace, 5);

        assertThat(pods(namespace)).extracting(pod -> pod.getStatus().getPodIP())
                .doesNotHaveDuplicates()
                .allMatch(address -> address.startsWith("127."));
        assertThat(pods(namespace)).extracting(pod -> pod.getSpec().getNodeName())
                .containsOnly("sandbox");
    }

    @Test
    void custom_resources_of_istio_and_ours_are_served() {
        assertThat(client.apiextensions().v1().customResourceDefinitions().list().getItems())
                .extracting(crd -> crd.getMetadata().getName())
                .contains("virtualservices.networking.istio.io",
                        "destinationrules.networking.istio.io",
                        "gateways.networking.istio.io");
    }

    @Test
    void a_namespace_that_is_deleted_goes_with_its_pods() {
        String namespace = SharedWorld.namespace();
        client.resource(Deployments.of(namespace, "app", "demo:1", 1)).create();
        awaitReady(namespace, 1);

        client.namespaces().withName(namespace).delete();
        await().atMost(SOON).until(() -> client.namespaces().withName(namespace).get() == null);
    }

    @Test
    void what_a_role_lacks_is_refused_to_a_service_account() {
        String namespace = SharedWorld.namespace();
        client.resource(new ServiceAccountBuilder().withNewMetadata()
                .withName("robot")
                .withNamespace(namespace)
                .endMetadata()
                .build()).create();
        String kubeconfig = SharedWorld.get()
                .controlPlane()
                .kubeconfigOf(namespace, "robot",
                        Duration.ofMinutes(10));

        try (KubernetesClient robot = ControlPlane.client(kubeconfig)) {
            assertThatThrownBy(() -> robot.pods().inNamespace(namespace).list())
                    .isInstanceOf(KubernetesClientException.class)
                    .hasMessageContaining("system:serviceaccount:" + namespace + ":robot");
        }
    }

    @Test
    void requests_stand_in_the_audit_log() {
        String namespace = SharedWorld.namespace();
        assertThat(SharedWorld.get().controlPlane().auditLog()).content()
                .contains("\"requestURI\":\"/api/v1/namespaces/" + namespace);
    }

    private static void awaitReady(String namespace, int replicas) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> {
            Deployment found =
                    client.apps().deployments().inNamespace(namespace).withName("app").get();
            return Integer.valueOf(replicas).equals(found.getStatus().getReadyReplicas())
                    && Integer.valueOf(replicas).equals(found.getStatus().getUpdatedReplicas())
                    && pods(namespace).size() == replicas;
        });
    }

    private static List<Pod> pods(String namespace) {
        return client.pods().inNamespace(namespace).list().getItems();
    }

    private static Set<String> images(String namespace) {
        return pods(namespace).stream()
                .map(pod -> pod.getSpec().getContainers().getFirst().getImage())
                .collect(Collectors.toSet());
    }
}
