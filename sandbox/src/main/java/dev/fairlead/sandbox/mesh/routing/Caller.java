package dev.fairlead.sandbox.mesh.routing;

import java.util.Map;

/**
 * Whose proxy asks: a workload's sidecar, or a gateway at the edge.
 *
 * @param gateway true for a gateway: it sees only routes bound to a gateway; a sidecar sees only
 *                those bound to {@code mesh}
 */
public record Caller(String namespace, String workload, Map<String, String> labels,
        boolean gateway) {

    public Caller {
        labels = Map.copyOf(labels);
    }

    public static Caller sidecar(String namespace, String workload) {
        return new Caller(namespace, workload, Map.of("app", workload), false);
    }

    public static Caller gateway(String namespace, String workload) {
        return new Caller(namespace, workload, Map.of("istio", "ingressgateway"), true);
    }
}
