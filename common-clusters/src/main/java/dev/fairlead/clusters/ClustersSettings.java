package dev.fairlead.clusters;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clusters that a service serves, bound from {@code fairlead.clusters[0].name} and so on.
 *
 * @param clusters
 *            at least one, each name once
 */
@ConfigurationProperties("fairlead")
public record ClustersSettings(@DefaultValue List<Named> clusters) {

    private static final String NAME = "[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?";

    public ClustersSettings {
        clusters = List.copyOf(clusters);
        Set<String> names = new HashSet<>();
        for (Named cluster : clusters) {
            if (!names.add(cluster.name())) {
                throw new IllegalArgumentException(
                        "Expected each fairlead.clusters[].name once, but got \"" + cluster.name()
                                + "\" twice");
            }
        }
    }

    /**
     * One cluster.
     *
     * @param name
     *            its registered name, 1–63 characters of {@code a-z 0-9 . -}; part of topic names
     * @param kubeconfig
     *            path of a kubeconfig file; empty for the cluster that the process runs in
     * @param context
     *            a context of that file; empty for its current one
     * @param pool
     *            the pool of analyzers and notifiers that serves the cluster
     * @param server
     *            the API server's address, when it is another than the kubeconfig's; else empty
     */
    public record Named(String name, @DefaultValue("") String kubeconfig,
            @DefaultValue("") String context, @DefaultValue("default") String pool,
            @DefaultValue("") String server) {

        public Named {
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException(
                        "Expected fairlead.clusters[].name to match " + NAME + ", but got \"" + name
                                + "\"");
            }
            if (kubeconfig.isEmpty() && !context.isEmpty()) {
                throw new IllegalArgumentException("Expected fairlead.clusters[].kubeconfig with "
                        + "context \"" + context + "\" of cluster " + name + ", but got none");
            }
        }
    }
}
