package dev.fairlead.sandbox.mesh;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;

import dev.fairlead.sandbox.mesh.routing.Caller;

/**
 * The mesh of one cluster: follows its objects, gives out proxies, serves their metrics. Owns
 * nothing that was given to it: the client and the Vert.x instance stay open when it closes.
 */
public final class DataPlane implements AutoCloseable {

    private static final Duration LISTING_LIMIT = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final MeshSettings settings;
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Upstream upstream;
    private final Propagation propagation;
    private final MeshWatch watch;
    private final MetricsPage page;
    private final AtomicInteger joined = new AtomicInteger();

    private DataPlane(KubernetesClient client, Vertx vertx, MeshSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.upstream = new Upstream(vertx, settings);
        var inventory = new MeshInventory();
        this.propagation = new Propagation(vertx, settings, inventory);
        this.page = new MetricsPage(vertx, registry);
        this.watch = new MeshWatch(client, inventory, propagation);
    }

    /**
     * Blocks until all objects have been listed once.
     *
     * @param client for an API server that has Istio's resource definitions
     * @throws IllegalStateException if they cannot be listed within 30 s
     */
    public static DataPlane start(KubernetesClient client, Vertx vertx, MeshSettings settings) {
        var plane = new DataPlane(client, vertx, settings);
        try {
            plane.watch.start(LISTING_LIMIT);
        } catch (IllegalStateException unlisted) {
            plane.close();
            throw unlisted;
        }
        return plane;
    }

    /** One more sidecar, of a workload in the namespace, with a view and delays of its own. */
    public MeshProxy sidecar(String namespace, String workload) {
        return join(Caller.sidecar(namespace, workload));
    }

    /** One more gateway at the edge: it obeys routes bound to any gateway but {@code mesh}. */
    public MeshProxy gateway(String name) {
        return join(Caller.gateway("istio-system", name));
    }

    /** The proxy learns nothing new from now on, and its measurements are gone. */
    public void leave(MeshProxy proxy) {
        propagation.leave(proxy);
        proxy.end();
    }

    /** Loopback port of {@code /metrics} with the measurements of all proxies. */
    public int metricsPort() {
        return page.port();
    }

    /** The measurements as Prometheus reads them. */
    public String metrics() {
        return registry.scrape();
    }

    public Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        watch.close();
        Started.within(upstream.close());
        page.close();
        registry.close();
    }

    private MeshProxy join(Caller caller) {
        String name = caller.workload() + "-" + joined.incrementAndGet();
        var proxy =
                new MeshProxy(name, caller, upstream, new ProxyTelemetry(registry, name, caller),
                        settings.longest());
        propagation.join(proxy);
        return proxy;
    }
}
