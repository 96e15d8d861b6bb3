package dev.fairlead.canary.revision;

import java.util.List;

/** Defaults and allocations that the API server writes into the spec of a Service. */
final class ServiceDefaults {

    static final List<FieldDefault> ALL = List.of(
            FieldDefault.of("type", "ClusterIP"), FieldDefault.of("sessionAffinity", "None"),
            FieldDefault.of("internalTrafficPolicy", "Cluster"),
            FieldDefault.of("externalTrafficPolicy", "Cluster"),
            FieldDefault.of("allocateLoadBalancerNodePorts", true),
            FieldDefault.of("sessionAffinityConfig.clientIP.timeoutSeconds", 10800),
            FieldDefault.of("ports.*.protocol", "TCP"));

    /** Chosen by the server for each Service; no two ever have the same. */
    static final List<String> ALLOCATED =
            List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy",
                    "healthCheckNodePort");

    private ServiceDefaults() {}
}
