package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;

import dev.fairlead.events.proof.HashedEvent.Ids;

/**
 * An event that has no place in the log yet.
 *
 * @param type
 *            the fact's name
 * @param schema
 *            the version of its fields, from 1
 * @param ids
 *            who and why
 * @param time
 *            when it was decided, in whole µs
 * @param body
 *            as it will be stored
 */
@SuppressWarnings("ArrayRecordComponent") // the exact bytes are the point; nobody compares them
public record NewEvent(String type, int schema, Ids ids, Instant time, byte[] body) {}
