package dev.fairlead.clusters;

import java.io.File;
import java.time.Duration;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;

/** How a cluster is reached: address and identity from its kubeconfig, habits from here. */
public final class ClusterConfigs {

    /** The longest that connecting may take. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** The longest that a call may take; watches have no end. */
    public static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(4);

    private static final Duration RECONNECT = Duration.ofMillis(500);

    private static final int CONCURRENT_REQUESTS = 256;

    private ClusterConfigs() {}

    /**
     * The client's configuration for a cluster.
     *
     * @param userAgent
     *            who the API server's audit log says it was, such as {@code fairlead-router}
     * @throws IllegalArgumentException
     *             when the kubeconfig cannot be read or lacks the context
     */
    public static Config of(ClustersSettings.Named cluster, String userAgent) {
        Config found = cluster.kubeconfig().isEmpty() ? Config.autoConfigure(null) : read(cluster);
        return new ConfigBuilder(found)
                .withMasterUrl(cluster.server().isEmpty()
                        ? found.getMasterUrl()
                        : cluster.server())
                .withUserAgent(userAgent)
                .withConnectionTimeout((int) CONNECT_TIMEOUT.toMillis())
                .withRequestTimeout((int) REQUEST_TIMEOUT.toMillis())
                // The client would try ten times, unseen, and wait out a 429: our callers do it
                // where it is counted.
                .withRequestRetryBackoffLimit(0)
                .withWatchReconnectInterval((int) RECONNECT.toMillis())
                .withWatchReconnectLimit(-1)
                .withMaxConcurrentRequests(CONCURRENT_REQUESTS)
                .withMaxConcurrentRequestsPerHost(CONCURRENT_REQUESTS)
                .build();
    }

    private static Config read(ClustersSettings.Named cluster) {
        File file = new File(cluster.kubeconfig());
        if (!file.canRead()) {
            throw new IllegalArgumentException("Expected fairlead.clusters[].kubeconfig of cluster "
                    + cluster.name() + " to be a readable file, but got \"" + cluster.kubeconfig()
                    + "\"");
        }
        Config config = cluster.context().isEmpty()
                ? Config.fromKubeconfig(file)
                : Config.fromKubeconfig(cluster.context(), file);
        // The client takes the current context for an unknown one, without a word.
        var taken = config.getCurrentContext();
        if (taken == null
                || !cluster.context().isEmpty() && !cluster.context().equals(taken.getName())) {
            throw new IllegalArgumentException("Expected fairlead.clusters[].context of cluster "
                    + cluster.name() + " to be in " + cluster.kubeconfig() + ", but got \""
                    + cluster.context() + "\"");
        }
        return config;
    }
}
