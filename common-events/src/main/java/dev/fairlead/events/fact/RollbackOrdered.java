package dev.fairlead.events.fact;

import java.time.Instant;

/**
 * The revision is given up: requests to the primary first.
 *
 * @param cause
 *            the kind of failure
 * @param reason
 *            for people
 * @param due
 *            when it is ordered again if nobody answers
 */
public record RollbackOrdered(FactHead head, Cause cause, String reason,
        Instant due) implements RolloutFact {

    /**
     * CHECKS: threshold reached. DEADLINE: not ready in time. HOOK, PERSON: asked for. GATE: not
     * opened in time.
     */
    public enum Cause {
        CHECKS, DEADLINE, HOOK, PERSON, GATE
    }
}
