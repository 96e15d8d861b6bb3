package dev.fairlead.sandbox.scene;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

import dev.fairlead.sandbox.child.Closers;
import dev.fairlead.sandbox.demoapp.DemoPods;
import dev.fairlead.sandbox.gateway.GatewayController;
import dev.fairlead.sandbox.hooks.HookReceiver;
import dev.fairlead.sandbox.hooks.SlackStandIn;
import dev.fairlead.sandbox.ingress.Ingress;
import dev.fairlead.sandbox.load.LoadGenerator;
import dev.fairlead.sandbox.load.LoadPlan;
import dev.fairlead.sandbox.load.LoadTarget;
import dev.fairlead.sandbox.mesh.DataPlane;
import dev.fairlead.sandbox.mesh.MeshProxy;
import dev.fairlead.sandbox.mesh.MeshSettings;
import dev.fairlead.sandbox.mesh.MetricsPage;
import dev.fairlead.sandbox.mesh.Started;
import dev.fairlead.sandbox.world.World;
import dev.fairlead.sandbox.world.WorldPlan;

/**
 * A world with traffic in it: pods that serve, a mesh that Prometheus scrapes, an ingress, a way in
 * for {@code curl} as a workload, receivers of hooks and chat messages.
 */
public final class Scene implements AutoCloseable {

    private static final int EVENT_LOOPS = 2;
    private static final String SCRAPE_GROUP = "mesh";
    private static final String CLIENTS = "default";

    private final Closers parts;
    private final Vertx vertx;
    private final DemoPods pods;
    private final World world;
    private final DataPlane mesh;
    private final Ingress ingress;
    private final Ingress inside;
    private final HookReceiver hooks;
    private final SlackStandIn slack;

    private Scene(Closers parts, WorldPlan plan, Duration scrape, MeshSettings settings) {
        this.parts = parts;
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
        parts.add(() -> Started.within(vertx.close()));
        pods = new DemoPods(vertx);
        world = parts.add(plan.prometheus(scrape).pods(pods).start());
        mesh = parts.add(DataPlane.start(world.client(), vertx, settings));
        world.prometheus()
                .targets()
                .put(SCRAPE_GROUP, List.of("127.0.0.1:" + mesh.metricsPort()), Map.of());
        world.prometheus()
                .targets()
                .put("pods", List.of("127.0.0.1:"
                        + parts.add(new MetricsPage(vertx, pods.measurements())).port()),
                        Map.of());
        if (GatewayController.isNeeded(world.client())) {
            parts.add(GatewayController.start(world.client()));
        }
        ingress = parts.add(Ingress.open(vertx, mesh.gateway("ingress"), 0));
        inside = parts.add(Ingress.open(vertx, mesh.sidecar(CLIENTS, "client"), 0));
        hooks = parts.add(
                new HookReceiver(vertx, LoadTarget.through(mesh.sidecar(CLIENTS, "loadtester"))));
        slack = parts.add(new SlackStandIn(vertx));
    }

    /**
     * Starts the planned world with the demo application in its pods, and everything around it.
     *
     * @param scrape pace of Prometheus; 250 ms suits analyses every second
     * @throws IllegalStateException a part did not start; the others have been ended
     */
    public static Scene open(WorldPlan plan, Duration scrape, MeshSettings settings) {
        Closers parts = new Closers();
        try {
            return new Scene(parts, plan, scrape, settings);
        } catch (RuntimeException unstarted) {
            parts.close();
            throw unstarted;
        }
    }

    public World world() {
        return world;
    }

    public DataPlane mesh() {
        return mesh;
    }

    /** The applications in the pods, to change how they behave while they run. */
    public DemoPods pods() {
        return pods;
    }

    /** The edge: obeys routes bound to gateways, by Host header. */
    public Ingress ingress() {
        return ingress;
    }

    /** A workload inside: obeys routes bound to the mesh, knows plain services. */
    public Ingress inside() {
        return inside;
    }

    public HookReceiver hooks() {
        return hooks;
    }

    public SlackStandIn slack() {
        return slack;
    }

    /** Load by one more workload of the namespace, with a proxy of its own. */
    public LoadGenerator load(String namespace, String workload, LoadPlan plan) {
        MeshProxy proxy = mesh.sidecar(namespace, workload);
        LoadGenerator load = parts.add(LoadGenerator.start(vertx, LoadTarget.through(proxy), plan));
        load.finished().onComplete(_ -> mesh.leave(proxy));
        return load;
    }

    /** Load by somebody outside, through a gateway of its own. */
    public LoadGenerator loadAtEdge(String gateway, LoadPlan plan) {
        MeshProxy proxy = mesh.gateway(gateway);
        LoadGenerator load = parts.add(LoadGenerator.start(vertx, LoadTarget.through(proxy), plan));
        load.finished().onComplete(_ -> mesh.leave(proxy));
        return load;
    }

    @Override
    public void close() {
        parts.close();
    }
}
