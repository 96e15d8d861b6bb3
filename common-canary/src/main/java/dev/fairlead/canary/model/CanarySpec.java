package dev.fairlead.canary.model;

import java.time.Duration;

/**
 * What a Canary asks for, every default filled in.
 *
 * @param provider the Canary's own, else the engine's
 * @param metricsProvider name under which the built-in queries are chosen and events speak of them, such as {@code
 *     istio:service}
 * @param metricsServer address of the Prometheus of the built-in and inline queries
 */
public record CanarySpec(Provider provider, String metricsProvider, String metricsServer,
        Duration progressDeadline,
        TargetRef target, Autoscaler autoscaler, ObjectRef ingress, ObjectRef route,
        ObjectRef upstream,
        ServiceSpec service, Analysis analysis, boolean skipAnalysis, boolean revertOnDeletion,
        boolean suspend) {}
