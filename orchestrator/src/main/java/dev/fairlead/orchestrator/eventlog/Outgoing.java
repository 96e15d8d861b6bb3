package dev.fairlead.orchestrator.eventlog;

import java.util.Map;

/**
 * A record for a topic, encoded when its event was written, so that no upgrade can change what an
 * old fact ordered.
 *
 * @param position
 *            of the event it comes from
 * @param ordinal
 *            among those of the event, from 1
 * @param key
 *            what is to stay in order
 */
@SuppressWarnings("ArrayRecordComponent") // copied, never compared
public record Outgoing(long position, int ordinal, String topic, String key,
        Map<String, String> headers, byte[] body) {

    public Outgoing {
        headers = Map.copyOf(headers);
    }
}
