package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;

import dev.fairlead.events.TargetKey;

/**
 * A target's stream, folded, as it is stored.
 *
 * @param mark
 *            where the stream ends
 * @param target
 *            whose
 * @param schema
 *            the version of the state's fields; a state of another is folded again
 * @param state
 *            JSON
 * @param nextDue
 *            the earliest deadline, {@link #NEVER} when nothing is waited for
 * @param search
 *            what lists ask for
 */
public record HeadRow(StreamMark mark, TargetKey target, int schema, String state, Instant nextDue,
        Search search) {

    /** Nothing is due. */
    public static final Instant NEVER = Instant.MAX;

    /**
     * What lists ask for.
     *
     * @param life
     *            empty when the target is not registered
     * @param rollout
     *            empty outside of one
     * @param phase
     *            the kind of state
     */
    public record Search(String life, String rollout, String phase) {}
}
