package dev.fairlead.sandbox.mesh;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.vertx.core.Vertx;

import dev.fairlead.sandbox.mesh.MeshProxy.Versioned;
import dev.fairlead.sandbox.mesh.routing.EndpointTable;
import dev.fairlead.sandbox.mesh.routing.RoutingTable;

/**
 * Brings new tables to the proxies: to each at its own moment, to none an older one after a newer.
 * Endpoints travel alone when only pods changed, so a proxy may know that pods are gone before it
 * knows that their traffic has been moved. Routes never travel alone: a push of routes brings the
 * endpoints of its moment along, before the routes, in the order of Istio's aggregated discovery
 * stream. So no proxy sends traffic to a workload whose ready pods it has not been told of.
 */
final class Propagation {

    /** Changes that come within this time travel together. */
    private static final long GATHER_MILLISECONDS = 2;

    private final Vertx vertx;
    private final MeshSettings settings;
    private final Set<MeshProxy> proxies = ConcurrentHashMap.newKeySet();
    private final Channel<RoutingTable> routes;
    private final Channel<EndpointTable> endpoints;

    Propagation(Vertx vertx, MeshSettings settings, MeshInventory inventory) {
        this.vertx = vertx;
        this.settings = settings;
        this.endpoints = new Channel<>(inventory::endpoints, MeshProxy::adoptEndpoints);
        this.routes = new Channel<>(inventory::routes, this::adoptWithEndpoints);
    }

    void routesChanged() {
        routes.changed();
    }

    void endpointsChanged() {
        endpoints.changed();
    }

    /** A new proxy begins with what is known, as one that is ready only after its first push. */
    void join(MeshProxy proxy) {
        proxies.add(proxy);
        routes.begin(proxy);
    }

    void leave(MeshProxy proxy) {
        proxies.remove(proxy);
    }

    private void adoptWithEndpoints(MeshProxy proxy, Versioned<RoutingTable> next) {
        endpoints.begin(proxy);
        proxy.adoptRoutes(next);
    }

    private final class Channel<T> {
        private final Supplier<T> table;
        private final BiConsumer<MeshProxy, Versioned<T>> adopt;
        private final AtomicBoolean gathering = new AtomicBoolean();
        private final AtomicLong version = new AtomicLong();

        Channel(Supplier<T> table, BiConsumer<MeshProxy, Versioned<T>> adopt) {
            this.table = table;
            this.adopt = adopt;
        }

        void changed() {
            if (gathering.compareAndSet(false, true)) {
                vertx.setTimer(GATHER_MILLISECONDS, _ -> publish());
            }
        }

        void begin(MeshProxy proxy) {
            adopt.accept(proxy, next());
        }

        private void publish() {
            gathering.set(false);
            Versioned<T> next = next();
            proxies.forEach(proxy -> deliver(proxy, next));
        }

        private synchronized Versioned<T> next() {
            return new Versioned<>(version.incrementAndGet(), table.get());
        }

        private void deliver(MeshProxy proxy, Versioned<T> next) {
            long delay = delay().toMillis();
            if (delay < 1) {
                adopt.accept(proxy, next);
            } else {
                vertx.setTimer(delay, _ -> adopt.accept(proxy, next));
            }
        }
    }

    /** Most proxies learn early, a few late: the square of an even draw. */
    private Duration delay() {
        double drawn = ThreadLocalRandom.current().nextDouble();
        long span = settings.latest().minus(settings.soonest()).toNanos();
        return settings.soonest().plusNanos((long) (span * drawn * drawn));
    }
}
