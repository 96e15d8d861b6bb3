package dev.fairlead.events.engine;

import java.time.Instant;

import dev.fairlead.events.TargetKey;

/** Something that is true of the engine or of a cluster, whatever its targets do. */
public sealed interface EngineFact {

    /** The stream of what concerns no single cluster. */
    String STREAM = "engine";

    /** The moment of the decision, by the log's clock. */
    Instant at();

    /** Where the fact belongs. */
    default String stream() {
        return STREAM;
    }

    /** The stream of a cluster. */
    static String streamOf(String cluster) {
        return "cluster/" + cluster;
    }

    /**
     * Fences count anew: the log was made, restored or moved.
     *
     * @param epoch
     *            from 1
     * @param database
     *            the database's identifier and timeline
     * @param reason
     *            for people
     */
    record EpochBegun(long epoch, String database, String reason, Instant at)
            implements
                EngineFact {}

    /**
     * A mistake of ours stopped a target; its neighbours go on.
     *
     * @param reason
     *            what went wrong, at most 512 characters
     * @param cause
     *            the id of what was being decided
     */
    record TargetHalted(TargetKey target, String reason, String cause, Instant at)
            implements
                EngineFact {}

    /** A stopped target is taken up again. */
    record TargetReleased(TargetKey target, Instant at) implements EngineFact {}

    /**
     * A record that is no word known here was put aside.
     *
     * @param place
     *            as {@code topic/partition/offset}
     * @param reason
     *            what was expected and what came
     */
    record RecordParked(String place, String reason, Instant at) implements EngineFact {}

    /**
     * A cluster's watcher has not been heard, or does not see everything.
     *
     * @param reason
     *            what is missing
     */
    record ClusterLost(String cluster, String reason, Instant at) implements EngineFact {

        @Override
        public String stream() {
            return streamOf(cluster);
        }
    }

    /** A cluster's watcher is heard again and sees everything. */
    record ClusterFound(String cluster, Instant at) implements EngineFact {

        @Override
        public String stream() {
            return streamOf(cluster);
        }
    }
}
