package dev.fairlead.topics.publish;

import java.time.Instant;

/**
 * What an event says of itself, after CloudEvents 1.0.
 *
 * @param id
 *            the same for every delivery of the same event, never empty
 * @param source
 *            who says it, as a URI reference such as {@code /fairlead/router/eu-1}, never empty
 * @param eventType
 *            such as {@code dev.fairlead.order.ShiftTraffic}
 * @param schema
 *            the version of the word's fields, from 1
 * @param subject
 *            the target, as {@code cluster/namespace/name}; empty when there is none
 * @param time
 *            when it was said, by the sayer's clock
 * @param traceparent
 *            after W3C Trace Context; empty when not traced
 * @param streamVersion
 *            the stream version of the fact it comes from; 0 when it comes from none
 * @param causation
 *            the id of what it answers or follows from; empty when unknown
 */
public record Envelope(String id, String source, String eventType, int schema, String subject,
        Instant time, String traceparent, long streamVersion, String causation) {

    /** The word's own name, whatever its family. */
    public String word() {
        return eventType.substring(eventType.lastIndexOf('.') + 1);
    }
}
