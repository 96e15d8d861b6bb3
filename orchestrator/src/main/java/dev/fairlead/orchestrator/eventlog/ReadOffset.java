package dev.fairlead.orchestrator.eventlog;

/**
 * How far a partition was read.
 *
 * @param topic
 *            its name
 * @param topicId
 *            tells a topic from another of the same name
 * @param partition
 *            from 0
 * @param next
 *            the first offset that was not read
 */
public record ReadOffset(String topic, String topicId, int partition, long next) {}
