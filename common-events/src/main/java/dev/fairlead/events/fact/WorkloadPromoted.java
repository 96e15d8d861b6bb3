package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.Revision;

/**
 * The primary was given the revision.
 *
 * @param due
 *            when it must have become ready
 */
public record WorkloadPromoted(FactHead head, Revision revision,
        Instant due) implements RolloutFact {}
