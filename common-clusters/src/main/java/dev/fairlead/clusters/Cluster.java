package dev.fairlead.clusters;

import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * A cluster that can be talked to.
 *
 * @param name
 *            its registered name
 * @param pool
 *            the pool of analyzers and notifiers that serves it
 * @param client
 *            does not retry by itself: failed calls are counted and repeated by whoever made them;
 *            a call takes {@link ClusterConfigs#REQUEST_TIMEOUT} at most
 */
public record Cluster(String name, String pool, KubernetesClient client) {}
