package dev.fairlead.sandbox.kubelet;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;

/** The node that all pods are bound to. */
final class SandboxNode {

    static final String NAME = "sandbox";
    private static final Map<String, Quantity> ROOM =
            Map.of("cpu", Quantity.parse("1000"), "memory",
                    Quantity.parse("4Ti"), "pods",
                    Quantity.parse(Integer.toString(LoopbackAddresses.MOST)));

    private SandboxNode() {}

    static void register(KubernetesClient client) {
        Node node = new NodeBuilder().withNewMetadata()
                .withName(NAME)
                .addToLabels("kubernetes.io/hostname", NAME)
                .endMetadata()
                .build();
        client.resource(node).serverSideApply();
        // New nodes are tainted as not ready until somebody who watches nodes has seen them; nobody does here.
        client.nodes()
                .withName(NAME)
                .patch(PatchContext.of(PatchType.JSON_MERGE),
                        "{\"spec\":{\"taints\":null}}");
        client.nodes()
                .withName(NAME)
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE),
                        Serialization.asJson(Map.of("status", ready().getStatus())));
    }

    private static Node ready() {
        return new NodeBuilder().withNewStatus()
                .withCapacity(ROOM)
                .withAllocatable(ROOM)
                .withAddresses(List.of())
                .addNewAddress("127.0.0.1", "InternalIP")
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .withReason("KubeletReady")
                .endCondition()
                .endStatus()
                .build();
    }
}
