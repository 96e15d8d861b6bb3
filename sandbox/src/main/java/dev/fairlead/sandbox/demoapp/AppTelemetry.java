package dev.fairlead.sandbox.demoapp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import dev.fairlead.sandbox.kubelet.PodRecord;

/**
 * Measures one application's answers as it would itself, with the labels that Flagger's Prometheus
 * adds when it scrapes a pod. Only of pods that ask for it as Prometheus's users do, since nobody
 * looks at the others.
 */
final class AppTelemetry {

    /** Of a pod that is not scraped. */
    static final AppTelemetry NONE = new AppTelemetry("", "", new CompositeMeterRegistry());

    private static final String ASKED = "prometheus.io/scrape";
    /** A rate misses what a counter holds when it first appears, so these begin at 0. */
    private static final List<Integer> USUAL_CODES = List.of(200, 500, 503);
    private static final double[] BUCKETS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5,
        10};
    private static final double NANOS_PER_SECOND = 1e9;

    private final String namespace;
    private final String pod;
    private final MeterRegistry registry;
    private final Map<Integer, DistributionSummary> byCode = new ConcurrentHashMap<>();

    private AppTelemetry(String namespace, String pod, MeterRegistry registry) {
        this.namespace = namespace;
        this.pod = pod;
        this.registry = registry;
    }

    static AppTelemetry of(PodRecord pod, MeterRegistry registry) {
        if (!Boolean.parseBoolean(pod.annotations().getOrDefault(ASKED, ""))) {
            return NONE;
        }
        var telemetry = new AppTelemetry(pod.namespace(), pod.name(), registry);
        USUAL_CODES.forEach(telemetry::summary);
        return telemetry;
    }

    void answered(int code, long nanos) {
        if (!pod.isEmpty()) {
            summary(code).record(nanos / NANOS_PER_SECOND);
        }
    }

    /** The series go with the pod. */
    void end() {
        byCode.values().forEach(registry::remove);
    }

    private DistributionSummary summary(int code) {
        return byCode.computeIfAbsent(code,
                status -> DistributionSummary.builder("http.request.duration.seconds")
                        .tag("kubernetes_namespace", namespace)
                        .tag("kubernetes_pod_name", pod)
                        .tag("status", String.valueOf(status))
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry));
    }
}
