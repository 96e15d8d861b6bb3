package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;

import dev.fairlead.events.TargetKey;

/**
 * Which events are asked for.
 *
 * @param stream
 *            a pattern of SQL's {@code like}
 * @param rollout
 *            the rollout's name; empty for all and those outside of one
 * @param marks
 *            who, what and when
 */
public record EventFilter(String stream, String rollout, Marks marks) {

    /** All streams. */
    public static final String EVERY_STREAM = "%";

    /** Of one target. */
    public static EventFilter of(TargetKey target, String rollout) {
        return new EventFilter(target.stream(), rollout, Marks.ANY);
    }

    /** Of the targets of a cluster and a namespace, each empty for all; of everything if both are. */
    public static EventFilter of(String cluster, String namespace) {
        return new EventFilter(cluster.isEmpty() && namespace.isEmpty()
                ? EVERY_STREAM
                : "target/" + orAny(cluster) + "/" + orAny(namespace) + "/%", "", Marks.ANY);
    }

    /** Those of them that have the marks. */
    public EventFilter with(Marks wanted) {
        return new EventFilter(stream, rollout, wanted);
    }

    private static String orAny(String part) {
        return part.isEmpty() ? "%" : part.replace("_", "\\_");
    }

    /**
     * Who, what and when.
     *
     * @param actor
     *            a person's name or number; empty for all
     * @param type
     *            a fact's name; empty for all
     * @param since
     *            from then on
     * @param until
     *            before then
     */
    public record Marks(String actor, String type, Instant since, Instant until) {

        /** All events. */
        public static final Marks ANY =
                new Marks("", "", Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
    }
}
