package dev.fairlead.topics.publish;

import java.time.Instant;

/**
 * What the sayer of a word adds to it.
 *
 * @param id
 *            the same for every delivery of the same word, never empty
 * @param source
 *            who says it, as a URI reference such as {@code /fairlead/router/eu-1}
 * @param subject
 *            the target, as {@code cluster/namespace/name}; empty when there is none
 * @param time
 *            when
 * @param traceparent
 *            empty when not traced
 * @param streamVersion
 *            of the fact it comes from; 0 when it comes from none
 * @param causation
 *            the id of what it answers or follows from; empty when unknown
 */
public record Origin(String id, String source, String subject, Instant time, String traceparent,
        long streamVersion, String causation) {

    /** A word that follows from nothing that is known. */
    public static Origin of(String id, String source, String subject, Instant time) {
        return new Origin(id, source, subject, time, "", 0, "");
    }

    /** The same, as an answer. */
    public Origin answering(String causation, long streamVersion, String traceparent) {
        return new Origin(id, source, subject, time, traceparent, streamVersion, causation);
    }

    Envelope envelope(String eventType, int schema) {
        return new Envelope(id, source, eventType, schema, subject, time, traceparent,
                streamVersion, causation);
    }
}
