package dev.fairlead.orchestrator.eventlog;

import dev.fairlead.events.TargetKey;

/**
 * Which events are asked for.
 *
 * @param stream
 *            a pattern of SQL's {@code like}
 * @param rollout
 *            the rollout's name; empty for all and those outside of one
 */
public record EventFilter(String stream, String rollout) {

    /** Of one target. */
    public static EventFilter of(TargetKey target, String rollout) {
        return new EventFilter(target.stream(), rollout);
    }

    /** Of the targets of a cluster and a namespace, each empty for all; of everything if both are. */
    public static EventFilter of(String cluster, String namespace) {
        return new EventFilter(cluster.isEmpty() && namespace.isEmpty()
                ? "%"
                : "target/" + orAny(cluster) + "/" + orAny(namespace) + "/%", "");
    }

    private static String orAny(String part) {
        return part.isEmpty() ? "%" : part.replace("_", "\\_");
    }
}
