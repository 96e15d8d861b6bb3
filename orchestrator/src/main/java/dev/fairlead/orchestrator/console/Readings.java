package dev.fairlead.orchestrator.console;

import java.util.List;

/** What is read of the machinery for its page; no more than that is known of it here. */
public interface Readings {

    /** What this instance is doing, such as {@code active} or {@code standby}. */
    String here();

    /**
     * Topics with something to read or left in them; empty when Kafka does not answer in time.
     * Waits for 3 s at most.
     */
    List<Topic> topics();

    /**
     * A topic.
     *
     * @param reader
     *            the group that reads it; empty for a topic of dead letters
     * @param lag
     *            records that are not read; of a topic of dead letters all that are kept
     */
    record Topic(String name, String reader, long lag) {

        /** Whether records lie there that could not be used. */
        public boolean isDead() {
            return reader.isEmpty();
        }
    }
}
