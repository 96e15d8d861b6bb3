package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;

/**
 * What a person asked for, as it was handed in.
 *
 * @param id
 *            the person's key; the same key is the same request
 * @param actor
 *            the person's number
 * @param target
 *            as {@code cluster/namespace/name}
 * @param type
 *            the command's name
 * @param body
 *            JSON
 * @param expires
 *            not done after this
 */
public record AskedCommand(String id, String actor, String target, String type, String body,
        Instant expires) {}
