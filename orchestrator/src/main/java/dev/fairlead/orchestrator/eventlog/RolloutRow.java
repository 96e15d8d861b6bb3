package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;

/**
 * A rollout in a list.
 *
 * @param id
 *            as {@code cluster/namespace/name#number}
 * @param phase
 *            its state, or its end
 * @param changed
 *            by the last event
 * @param ended
 *            {@link HeadRow#NEVER} while it goes on
 * @param position
 *            of the last event
 */
public record RolloutRow(String id, String stream, String life, String revision, String phase,
        Instant started, Instant changed, Instant ended, long position) {}
