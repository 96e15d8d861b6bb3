package dev.fairlead.clusters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clusters of a service, each with its own client; they share nothing but the threads that
 * wait for sockets. Nothing is called until somebody uses a client.
 */
public final class Clusters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Clusters.class);

    private static final int SOCKET_THREADS = 2;

    private static final long CLOSE_SECONDS = 5;

    private final Vertx vertx;

    private final List<Cluster> all;

    private Clusters(Vertx vertx, List<Cluster> all) {
        this.vertx = vertx;
        this.all = List.copyOf(all);
    }

    /**
     * Clients for the named clusters.
     *
     * @param userAgent
     *            who the API server's audit log says it was, such as {@code fairlead-router}
     * @throws IllegalArgumentException
     *             when a kubeconfig cannot be read; the message names the setting
     */
    public static Clusters of(ClustersSettings settings, String userAgent) {
        var configs = settings.clusters()
                .stream()
                .map(named -> ClusterConfigs.of(named, userAgent))
                .toList();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(SOCKET_THREADS)
                .setUseDaemonThread(true));
        List<Cluster> all = new ArrayList<>();
        for (int i = 0; i < configs.size(); i++) {
            KubernetesClient client = new KubernetesClientBuilder().withConfig(configs.get(i))
                    .withHttpClientFactory(new VertxHttpClientFactory(SignsOfLife.on(vertx)))
                    .build();
            var named = settings.clusters().get(i);
            all.add(new Cluster(named.name(), named.pool(), client));
            LOG.info("cluster named cluster={} pool={} server={}", named.name(), named.pool(),
                    client.getMasterUrl());
        }
        return new Clusters(vertx, all);
    }

    /** All clusters, in the order of the settings. */
    public List<Cluster> all() {
        return all;
    }

    /**
     * The cluster of a name.
     *
     * @throws IllegalArgumentException
     *             when no cluster has the name
     */
    public Cluster named(String name) {
        return all.stream()
                .filter(cluster -> cluster.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Expected one of the clusters "
                                + all.stream().map(Cluster::name).toList() + ", but got \"" + name
                                + "\""));
    }

    /**
     * One more client of a cluster, for habits of its own; shares the threads of the others.
     *
     * @param habits
     *            changes what the cluster's client was built with
     * @return to be closed by the caller, before these clusters are
     */
    public KubernetesClient another(Cluster cluster,
            UnaryOperator<KubernetesClientBuilder> habits) {
        return habits.apply(new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(cluster.client().getConfiguration()).build())
                .withHttpClientFactory(new VertxHttpClientFactory(SignsOfLife.on(vertx)))).build();
    }

    /** Closes every client; waits for sockets to close, 5 s at most. */
    @Override
    public void close() {
        all.forEach(cluster -> cluster.client().close());
        try {
            vertx.close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(CLOSE_SECONDS,
                            TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("sockets did not close", e);
        }
    }
}
