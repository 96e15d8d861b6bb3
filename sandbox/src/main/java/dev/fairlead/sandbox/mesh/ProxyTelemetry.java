package dev.fairlead.sandbox.mesh;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import dev.fairlead.sandbox.mesh.routing.Caller;
import dev.fairlead.sandbox.mesh.routing.Endpoint;
import dev.fairlead.sandbox.mesh.routing.ResponseFlag;

/**
 * Measures one proxy's traffic under Istio's names and labels (Istio: standard metrics). What
 * reached a pod is reported as {@code destination}, as the pod's own proxy would, with its duration;
 * everything is counted as {@code source}.
 *
 * <p>
 * A rate over a counter misses what the counter holds when it first appears. So with a workload's
 * first request its usual codes appear together, at 0. A workload without pods takes its series
 * with it, as pods do.
 */
final class ProxyTelemetry {

    private static final String UNKNOWN = "unknown";
    private static final String DESTINATION = "destination";
    private static final String SOURCE = "source";
    private static final List<Integer> USUAL_CODES = List.of(200, 500, 503);
    private static final double[] BUCKETS = {0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500,
        5_000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000, 3_600_000};
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final MeterRegistry registry;
    private final String proxy;
    private final Caller caller;
    private final Map<Series, Meters> meters = new ConcurrentHashMap<>();
    private final Map<Peer, Boolean> met = new ConcurrentHashMap<>();

    /** A destination as the labels name it. */
    record Peer(String namespace, String workload, String app, String version, String service) {
        static Peer of(Endpoint endpoint) {
            return new Peer(endpoint.service().namespace(), endpoint.workload(),
                    endpoint.labels().getOrDefault("app", UNKNOWN),
                    endpoint.labels().getOrDefault("version", "latest"), endpoint.service().name());
        }

        static Peer noneOf(String namespace, String service) {
            return new Peer(namespace, UNKNOWN, UNKNOWN, UNKNOWN, service);
        }

        String key() {
            return namespace + "/" + workload;
        }
    }

    private record Series(String reporter, Peer peer, int code, ResponseFlag flag) {}

    /** A counter, and for what a pod answered the durations. */
    private record Meters(Counter requests, List<DistributionSummary> durations) {}

    /**
     * @param proxy name of its own, so that no two proxies share a series
     */
    ProxyTelemetry(MeterRegistry registry, String proxy, Caller caller) {
        this.registry = registry;
        this.proxy = proxy;
        this.caller = caller;
    }

    /** A request that a pod answered. */
    void answered(Endpoint endpoint, int code, Duration took) {
        Peer peer = Peer.of(endpoint);
        if (met.putIfAbsent(peer, true) == null) {
            USUAL_CODES.forEach(usual -> meters(DESTINATION, peer, usual, ResponseFlag.NONE));
        }
        Meters reported = meters(DESTINATION, peer, code, ResponseFlag.NONE);
        reported.requests().increment();
        reported.durations().forEach(one -> one.record(took.toNanos() / NANOS_PER_MILLISECOND));
        meters(SOURCE, peer, code, ResponseFlag.NONE).requests().increment();
    }

    /** A request that found no pod, or no answer there. */
    void failed(Peer peer, int code, ResponseFlag flag) {
        meters(SOURCE, peer, code, flag).requests().increment();
    }

    /** Forgets workloads that have no pod left. */
    void keepOnly(Collection<String> workloads) {
        forget(peer -> !peer.workload().equals(UNKNOWN) && !workloads.contains(peer.key()));
    }

    /** Takes all series away, when the proxy goes. */
    void end() {
        forget(_ -> true);
    }

    private void forget(Predicate<Peer> gone) {
        meters.entrySet().removeIf(entry -> {
            Peer peer = entry.getKey().peer();
            boolean goes = gone.test(peer);
            if (goes) {
                met.remove(peer);
                registry.remove(entry.getValue().requests());
                entry.getValue().durations().forEach(registry::remove);
            }
            return goes;
        });
    }

    private Meters meters(String reporter, Peer peer, int code, ResponseFlag flag) {
        return meters.computeIfAbsent(new Series(reporter, peer, code, flag), this::register);
    }

    private Meters register(Series series) {
        Tags tags = tags(series);
        Counter requests = Counter.builder("istio.requests").tags(tags).register(registry);
        return new Meters(requests, series.reporter().equals(DESTINATION)
                ? List.of(DistributionSummary.builder("istio.request.duration.milliseconds")
                        .tags(tags)
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry))
                : List.of());
    }

    private Tags tags(Series series) {
        Peer peer = series.peer();
        return Tags.of("proxy", proxy, "reporter", series.reporter(), "source_workload",
                caller.workload(),
                "source_workload_namespace", caller.namespace(), "source_app",
                caller.labels().getOrDefault("app", UNKNOWN), "destination_workload",
                peer.workload(),
                "destination_workload_namespace", peer.namespace(), "destination_app", peer.app(),
                "destination_version", peer.version(), "destination_service",
                peer.service() + "." + peer.namespace() + ".svc.cluster.local",
                "destination_service_name", peer.service(), "destination_service_namespace",
                peer.namespace(), "request_protocol", "http", "response_code",
                String.valueOf(series.code()), "response_flags", series.flag().code(),
                "connection_security_policy",
                series.reporter().equals(DESTINATION) ? "none" : UNKNOWN);
    }
}
