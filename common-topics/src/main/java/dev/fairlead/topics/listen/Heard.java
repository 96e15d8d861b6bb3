package dev.fairlead.topics.listen;

import dev.fairlead.topics.publish.Envelope;

/**
 * A word as it came from a topic.
 *
 * @param word
 *            the word
 * @param envelope
 *            what the event says of itself
 * @param key
 *            the record's key; empty when it has none
 * @param topic
 *            where it stood
 * @param partition
 *            where it stood
 * @param offset
 *            where it stood
 */
public record Heard<T>(T word, Envelope envelope, String key, String topic, int partition,
        long offset) {}
