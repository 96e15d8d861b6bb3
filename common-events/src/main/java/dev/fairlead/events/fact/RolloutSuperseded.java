package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.Revision;

/**
 * A rollout ends because the target asks for something else: requests to the primary first.
 *
 * @param by
 *            the revision that the target asks for now
 * @param reason
 *            for people
 * @param due
 *            when it is ordered again if nobody answers
 */
public record RolloutSuperseded(FactHead head, Revision by, String reason,
        Instant due) implements RolloutFact {}
