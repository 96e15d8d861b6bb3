package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;
import java.util.Map;

/**
 * What the tables say of the engine, on whichever instance it is active.
 *
 * @param holder
 *            of the lease; empty before the first
 * @param term
 *            of the lease
 * @param position
 *            of the newest event
 * @param active
 *            whether the lease is held right now
 * @param relayed
 *            up to which position everything is known to be published
 * @param waiting
 *            since when the oldest record waits to be published, {@link HeadRow#NEVER} for none
 * @param unsent
 *            records behind the relay's cursor; some may be on their way
 * @param unanswered
 *            commands of people
 * @param due
 *            targets by when something happens to them: {@code overdue}, {@code within a minute},
 *            {@code within an hour}, {@code later}
 */
public record EngineState(String holder, long term, long position, boolean active, long relayed,
        Instant waiting, long unsent, long unanswered, Map<String, Long> due) {

    public EngineState {
        due = Map.copyOf(due);
    }

    /** Positions that are not known to be published. */
    public long lag() {
        return Math.max(0, position - relayed);
    }
}
