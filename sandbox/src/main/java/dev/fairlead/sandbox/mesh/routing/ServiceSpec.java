package dev.fairlead.sandbox.mesh.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Service: which pods it selects and how its ports lead to theirs.
 *
 * @param selector empty selects nothing
 */
public record ServiceSpec(ServiceName name, Map<String, String> selector, List<Port> ports) {

    public ServiceSpec {
        selector = Map.copyOf(selector);
        ports = List.copyOf(ports);
    }

    /**
     * @param targetName   name of a container port, or empty
     * @param targetNumber container port where there is no name
     */
    public record Port(int number, String targetName, int targetNumber) {
        Optional<Integer> on(PodSpot pod) {
            return targetName.isEmpty()
                    ? Optional.of(targetNumber)
                    : Optional.ofNullable(pod.ports().get(targetName));
        }
    }

    boolean selects(PodSpot pod) {
        return selects(pod.namespace(), pod.labels());
    }

    /** Whether a pod with these labels belongs to the service, ready or not. */
    public boolean selects(String namespace, Map<String, String> labels) {
        return name.namespace().equals(namespace) && !selector.isEmpty()
                && labels.entrySet().containsAll(selector.entrySet());
    }
}
