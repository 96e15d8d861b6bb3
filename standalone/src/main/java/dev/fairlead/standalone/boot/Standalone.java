package dev.fairlead.standalone.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import io.fabric8.kubernetes.client.KubernetesClientException;

import dev.fairlead.clusters.Cluster;
import dev.fairlead.clusters.Clusters;
import dev.fairlead.clusters.ClustersSettings;
import dev.fairlead.clusters.ClustersSettings.Named;
import dev.fairlead.standalone.clusters.ClusterChoice;
import dev.fairlead.standalone.clusters.Definitions;
import dev.fairlead.standalone.engine.Engine;
import dev.fairlead.standalone.engine.Service;
import dev.fairlead.standalone.flags.Wish;
import dev.fairlead.standalone.folder.DataFolder;
import dev.fairlead.standalone.web.OpenPort;
import dev.fairlead.standalone.web.Readiness;

/** The whole of it in one process: the folder, the stores, the five services. */
final class Standalone implements AutoCloseable {

    /** Definitions are applied this often at the most, over ten minutes. */
    private static final int INSTALL_TRIES = 120;

    private static final Duration INSTALL_AGAIN = Duration.ofSeconds(5);

    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 422);

    private final Wish wish;

    private final Map<String, String> environment;

    private final Story story;

    private final Parts parts = new Parts();

    private volatile boolean ended;

    /** Nothing runs yet. */
    Standalone(Wish wish, Map<String, String> environment, Story story) {
        this.wish = wish;
        this.environment = environment;
        this.story = story;
    }

    /**
     * Starts everything and returns once the engine is ready, or this was closed.
     *
     * @throws IllegalArgumentException
     *             a flag cannot be used
     * @throws IllegalStateException
     *             something cannot start
     */
    void run() {
        Surroundings surroundings = new Surroundings(wish.settings());
        List<Named> clusters = clusters(surroundings);
        OpenPort.expect(surroundings.get("server.address"),
                Integer.parseInt(surroundings.get("server.port")));
        DataFolder folder = parts.add(DataFolder.take(folder(wish)));
        story.say("data", folder.path().toString());
        clusters.forEach(cluster -> story.say("cluster", described(cluster)));
        var stores = new Stores(folder, wish, surroundings, parts).open(story);
        Telling telling = new Telling().clusters(clusters)
                .stores(stores)
                .token(folder.token())
                .audit(folder.auditKey(), folder.checkpoints())
                .asked(wish.settings());
        if (wish.has("install-crds")) {
            install(clusters);
        }
        Engine engine = parts.add(telling.engine());
        story.timed("services", "orchestrator, router, analyzer, notifier, watcher", () -> {
            engine.startAll();
            return engine;
        });
        story.say("http", engine.address(Service.ORCHESTRATOR)
                + "/console, /api/v1, /healthz, /metrics; the token to log in and to write is in "
                + folder.token());
        story.untilReady(engine,
                engine.parts(Service.ORCHESTRATOR, Readiness.class).getFirst(), () -> ended);
    }

    static Path folder(Wish wish) {
        return wish.value("data")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".fairlead", "data"));
    }

    private List<Named> clusters(Surroundings surroundings) {
        Optional<String> kubeconfig = wish.value("kubeconfig");
        List<String> contexts = wish.values("context");
        if (kubeconfig.isEmpty() && contexts.isEmpty()
                && surroundings.has("fairlead.clusters[0].name")) {
            return surroundings.clusters();
        }
        return ClusterChoice.of(kubeconfig, contexts, wish.value("master").orElse(""),
                environment);
    }

    private static String described(Named cluster) {
        return cluster.name() + (cluster.kubeconfig().isEmpty()
                ? ", which this process runs in"
                : ", by " + cluster.kubeconfig() + (cluster.context().isEmpty()
                        ? ""
                        : ", context " + cluster.context()));
    }

    /** Each cluster by itself: one that does not answer keeps no other waiting. */
    private void install(List<Named> named) {
        Clusters clusters = Clusters.of(new ClustersSettings(named), "fairlead-standalone");
        List<Thread> installing = clusters.all()
                .stream()
                .map(cluster -> Thread.ofVirtual().start(() -> install(cluster)))
                .toList();
        Thread.ofVirtual().start(() -> closeAfter(installing, clusters));
    }

    /** A cluster that cannot be reached yet, or is busy, is asked again; one that refuses is not. */
    private void install(Cluster cluster) {
        for (int i = 1; !ended; i++) {
            try {
                Definitions.apply(cluster.client());
                story.say("cluster", cluster.name() + " has the custom resource definitions");
                return;
            } catch (KubernetesClientException e) {
                if (i == INSTALL_TRIES || REFUSED.contains(e.getCode())) {
                    story.say("cluster", cluster.name() + " did not take the custom resource"
                            + " definitions: " + e.getMessage());
                    return;
                }
            }
            LockSupport.parkNanos(INSTALL_AGAIN.toNanos());
        }
    }

    private static void closeAfter(List<Thread> threads, Clusters clusters) {
        try (clusters) {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends everything in good order; may be called at any time. */
    @Override
    public void close() {
        ended = true;
        parts.close();
    }
}
