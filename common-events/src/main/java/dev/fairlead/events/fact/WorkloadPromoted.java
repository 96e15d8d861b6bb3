package dev.fairlead.events.fact;

import dev.fairlead.events.Revision;
import java.time.Instant;

/**
 * The primary was given the revision.
 *
 * @param due
 *            when it must have become ready
 */
public record WorkloadPromoted(FactHead head, Revision revision, Instant due) implements RolloutFact {
}
