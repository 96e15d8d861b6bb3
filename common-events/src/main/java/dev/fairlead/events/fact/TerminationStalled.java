package dev.fairlead.events.fact;

import java.time.Instant;

/**
 * The target that is to serve by itself again does not get ready; the primary goes on serving.
 *
 * @param reason
 *            why, for people
 * @param due
 *            when people are told again
 */
public record TerminationStalled(FactHead head, String reason,
        Instant due) implements DeletionFact {}
