package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.Revision;

/**
 * A rollout ends because the target asks for something else: requests to the primary first.
 *
 * @param by
 *            the revision that the target asks for now
 * @param next
 *            what comes after it
 * @param reason
 *            for people
 * @param due
 *            when it is ordered again if nobody answers
 */
public record RolloutSuperseded(FactHead head, Revision by, Next next, String reason,
        Instant due) implements RolloutFact {
    /**
     * TRY: the revision is tried at once. STAND_DOWN: it is the promoted one. PREPARE: the target
     * is prepared anew first.
     */
    public enum Next {
        TRY, STAND_DOWN, PREPARE
    }
}
