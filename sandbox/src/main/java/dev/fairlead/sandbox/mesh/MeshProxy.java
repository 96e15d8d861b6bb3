package dev.fairlead.sandbox.mesh;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import io.vertx.core.Future;

import dev.fairlead.sandbox.mesh.ProxyTelemetry.Peer;
import dev.fairlead.sandbox.mesh.routing.Caller;
import dev.fairlead.sandbox.mesh.routing.Decision;
import dev.fairlead.sandbox.mesh.routing.Decision.Forward;
import dev.fairlead.sandbox.mesh.routing.Endpoint;
import dev.fairlead.sandbox.mesh.routing.EndpointTable;
import dev.fairlead.sandbox.mesh.routing.HttpRoute;
import dev.fairlead.sandbox.mesh.routing.RequestHead;
import dev.fairlead.sandbox.mesh.routing.ResponseFlag;
import dev.fairlead.sandbox.mesh.routing.RoutingTable;

/**
 * One proxy: a sidecar or a gateway with its own view of routes and endpoints, which lags behind
 * the cluster by its own delay. Safe for use by many threads.
 *
 * <p>
 * Unlike Istio it does not retry by default, so that each request lost on the way is seen; a
 * route's own {@code retries} are obeyed.
 */
public final class MeshProxy {

    private static final int MOST_ATTEMPTS = 11;

    private final String name;
    private final Caller caller;
    private final Upstream upstream;
    private final ProxyTelemetry telemetry;
    private final Duration longest;
    private volatile Versioned<RoutingTable> routes = new Versioned<>(0, RoutingTable.EMPTY);
    private volatile Versioned<EndpointTable> endpoints = new Versioned<>(0, EndpointTable.EMPTY);

    MeshProxy(String name, Caller caller, Upstream upstream, ProxyTelemetry telemetry,
            Duration longest) {
        this.name = name;
        this.caller = caller;
        this.upstream = upstream;
        this.telemetry = telemetry;
        this.longest = longest;
    }

    /** A table and how many there were before it. */
    record Versioned<T>(long version, T table) {
        /** A younger table stays in force when an older one comes after it. */
        Versioned<T> or(Versioned<T> other) {
            return other.version > version ? other : this;
        }
    }

    public String name() {
        return name;
    }

    public Caller caller() {
        return caller;
    }

    /**
     * Sends a request to where this proxy's routes lead. Never fails: what goes wrong on the way is
     * an answer with a flag, as from Envoy.
     */
    public Future<MeshResponse> send(MeshRequest request) {
        long begun = System.nanoTime();
        RequestHead head = Headers.head(request);
        return switch (routes.table().decide(caller, head, ThreadLocalRandom.current())) {
            case Decision.Refuse refusal -> {
                telemetry.failed(Peer.noneOf("unknown", "unknown"), refusal.status(),
                        refusal.flag());
                yield Future.succeededFuture(MeshResponse.refused(refusal));
            }
            case Forward forward -> {
                forward.mirrors().forEach(mirror -> copy(request, forward, mirror, head));
                yield attempt(new Errand(request, forward, head, begun, 1));
            }
        };
    }

    /** The weights by destination host that this proxy obeys now for a plain GET of the host. */
    public Map<String, Integer> weights(String host) {
        return routes.table().weights(caller, new RequestHead("GET", host, "/", Map.of()));
    }

    /** How many ready pods this proxy knows behind the service. */
    public int endpoints(String namespace, String service) {
        return endpoints.table().endpoints(namespace, service);
    }

    void end() {
        telemetry.end();
    }

    synchronized void adoptRoutes(Versioned<RoutingTable> table) {
        routes = routes.or(table);
    }

    synchronized void adoptEndpoints(Versioned<EndpointTable> table) {
        endpoints = endpoints.or(table);
        telemetry.keepOnly(endpoints.table().workloads());
    }

    private record Errand(MeshRequest request, Forward forward, RequestHead head, long begun,
            int attempt) {
        Errand again() {
            return new Errand(request, forward, head, begun, attempt + 1);
        }
    }

    private Future<MeshResponse> attempt(Errand errand) {
        Forward forward = errand.forward();
        return switch (endpoints.table()
                .choose(forward.target(), errand.head().port(),
                        ThreadLocalRandom.current())) {
            case EndpointTable.Unavailable(Decision.Refuse refusal) -> {
                var service = forward.target().service();
                telemetry.failed(refusal.flag() == ResponseFlag.NO_ROUTE_FOUND
                        ? Peer.noneOf("unknown", "unknown")
                        : Peer.noneOf(service.namespace(), service.name()), refusal.status(),
                        refusal.flag());
                yield Future.succeededFuture(MeshResponse.refused(refusal));
            }
            case EndpointTable.Chosen(Endpoint endpoint) -> toward(errand, endpoint);
        };
    }

    private Future<MeshResponse> toward(Errand errand, Endpoint endpoint) {
        long begun = System.nanoTime();
        return upstream.attempt(errand.request(), errand.forward(), endpoint, limit(errand))
                .map(answer -> {
                    telemetry.answered(endpoint, answer.status(), since(begun));
                    return answer;
                })
                .recover(failure -> {
                    Decision.Refuse refusal = Upstream.Broken.by(failure).refusal();
                    telemetry.failed(Peer.of(endpoint), refusal.status(), refusal.flag());
                    return Future.succeededFuture(MeshResponse.refused(refusal));
                })
                .compose(answer -> again(errand, answer)
                        ? attempt(errand.again())
                        : Future.succeededFuture(answer));
    }

    private boolean again(Errand errand, MeshResponse answer) {
        HttpRoute.Retries retries = errand.forward().effects().retries();
        return errand.attempt() <= retries.attempts() && errand.attempt() < MOST_ATTEMPTS
                && whole(errand).compareTo(since(errand.begun())) > 0
                && RetryConditions.hold(retries.on(), answer.status(), answer.flag());
    }

    private Duration whole(Errand errand) {
        Duration timeout = errand.forward().effects().timeout();
        return timeout.isZero() ? longest : timeout;
    }

    private Duration limit(Errand errand) {
        Duration left = whole(errand).minus(since(errand.begun()));
        Duration each = errand.forward().effects().retries().perAttempt();
        return each.isZero() || each.compareTo(left) > 0 ? left : each;
    }

    /** A copy whose answer nobody sees, marked in its authority as Envoy marks it. */
    private void copy(MeshRequest request, Forward forward, Decision.Target mirror,
            RequestHead head) {
        var shadow = new Forward(mirror, head.host() + "-shadow", forward.path(),
                forward.headers(), HttpRoute.Effects.NONE, List.of());
        attempt(new Errand(request, shadow, head, System.nanoTime(), 1));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
