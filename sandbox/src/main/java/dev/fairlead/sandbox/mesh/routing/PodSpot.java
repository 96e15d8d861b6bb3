package dev.fairlead.sandbox.mesh.routing;

import java.util.Map;

/**
 * Where a pod can be reached.
 *
 * @param ready true only while it may get traffic: Ready, with an address, not being deleted
 * @param ports container ports by name
 */
public record PodSpot(String namespace, String name, String workload, Map<String, String> labels,
        String address, boolean ready, Map<String, Integer> ports) {

    public PodSpot {
        labels = Map.copyOf(labels);
        ports = Map.copyOf(ports);
    }
}
