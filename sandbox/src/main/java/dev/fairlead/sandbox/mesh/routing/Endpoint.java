package dev.fairlead.sandbox.mesh.routing;

import java.util.Map;

/**
 * A ready pod behind a service.
 *
 * @param workload the name of the Deployment, DaemonSet or other owner, as Istio reports it
 * @param address  loopback address
 * @param port     container port that the Service port leads to
 */
public record Endpoint(ServiceName service, String pod, String workload, Map<String, String> labels,
        String address, int port) {

    public Endpoint {
        labels = Map.copyOf(labels);
    }
}
