package dev.fairlead.events.wire;

/**
 * A word as bytes.
 *
 * @param type
 *            its name, such as {@code TrafficShifted}
 * @param schema
 *            the version of its fields, from 1
 * @param body
 *            JSON in UTF-8, at most {@link WordCodec#MAX_BODY_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // the exact bytes are the point; nobody compares words
public record Word(String type, int schema, byte[] body) {}
