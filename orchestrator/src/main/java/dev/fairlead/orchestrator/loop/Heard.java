package dev.fairlead.orchestrator.loop;

import java.util.Map;

import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.report.Report;

/** A record that was read from a topic. */
public sealed interface Heard {

    /** Where it stood and what it was, for a dead letter. */
    Letter letter();

    /** A watcher claims something. */
    record Observed(Letter letter, String id, Observation observation) implements Heard {}

    /** A worker answers. */
    record Reported(Letter letter, String id, Report report) implements Heard {}

    /** A watcher or router is alive. */
    record Beat(Letter letter, Heartbeat heartbeat) implements Heard {}

    /** No word that is known here, or one that may not stand there. */
    record Strange(Letter letter, String reason) implements Heard {}

    /**
     * A record as it came.
     *
     * @param key
     *            empty when it had none
     */
    @SuppressWarnings("ArrayRecordComponent") // copied, never compared
    record Letter(String topic, int partition, long offset, String key,
            Map<String, String> headers, byte[] body) {

        /** As {@code topic/partition/offset}. */
        String place() {
            return topic + "/" + partition + "/" + offset;
        }
    }
}
