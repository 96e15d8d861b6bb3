package dev.fairlead.orchestrator.boot;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.fairlead.orchestrator.loop.Fleet;

/**
 * The clusters that are registered: their topics are made, and only they are heard.
 *
 * @param clusters
 *            at least one
 */
@ConfigurationProperties("fairlead")
public record FleetSettings(@DefaultValue List<ClusterSettings> clusters) {

    public FleetSettings {
        clusters = List.copyOf(clusters);
    }

    Fleet fleet() {
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected at least one cluster in fairlead.clusters, but got none");
        }
        return Fleet.of(clusters.stream()
                .map(cluster -> new Fleet.Member(cluster.name(), cluster.pool()))
                .toList());
    }

    /**
     * A cluster.
     *
     * @param name
     *            as its agents say it
     * @param pool
     *            the analyzers and notifiers that can reach its metric stores, hooks and chat
     */
    public record ClusterSettings(@DefaultValue("") String name,
            @DefaultValue("default") String pool) {

        public ClusterSettings {
            if (name.isBlank()) {
                throw new IllegalArgumentException(
                        "Expected fairlead.clusters[].name as a cluster's name, but got nothing");
            }
        }
    }
}
