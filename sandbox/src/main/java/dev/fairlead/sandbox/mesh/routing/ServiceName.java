package dev.fairlead.sandbox.mesh.routing;

import java.util.Optional;

/** A Kubernetes Service by namespace and name. */
public record ServiceName(String namespace, String name) {

    private static final String CLUSTER_SUFFIX = ".svc.cluster.local";

    /** The full host name, as {@code backend.prod.svc.cluster.local}. */
    public String host() {
        return name + "." + namespace + CLUSTER_SUFFIX;
    }

    /**
     * The Service that a client in {@code callerNamespace} reaches by this host name, as cluster DNS
     * would resolve it: {@code backend}, {@code backend.prod}, {@code backend.prod.svc} or in full.
     */
    public static Optional<ServiceName> ofClientHost(String host, String callerNamespace) {
        String stem = stem(host);
        String[] labels = stem.split("\\.", -1);
        return switch (labels.length) {
            case 1 -> Optional.of(new ServiceName(callerNamespace, stem));
            case 2 -> Optional.of(new ServiceName(labels[1], labels[0]));
            default -> Optional.empty();
        };
    }

    /**
     * The Service that a routing object names. Unlike DNS, Istio completes only names without a
     * dot; anything else must be the full host name (Istio: ResolveShortnameToFQDN).
     */
    public static Optional<ServiceName> ofRouteHost(String host, String objectNamespace) {
        if (!host.contains(".")) {
            return Optional.of(new ServiceName(objectNamespace, host));
        }
        return host.endsWith(CLUSTER_SUFFIX)
                ? ofClientHost(host, objectNamespace)
                : Optional.empty();
    }

    private static String stem(String host) {
        if (host.endsWith(CLUSTER_SUFFIX)) {
            return host.substring(0, host.length() - CLUSTER_SUFFIX.length());
        }
        return host.endsWith(".svc") ? host.substring(0, host.length() - ".svc".length()) : host;
    }
}
