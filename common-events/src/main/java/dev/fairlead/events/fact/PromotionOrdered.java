package dev.fairlead.events.fact;

import dev.fairlead.events.Revision;
import java.time.Instant;

/**
 * The analysed revision is to be copied to the primary.
 *
 * @param due
 *            when it is ordered again if nobody answers
 */
public record PromotionOrdered(FactHead head, Revision revision, Instant due) implements RolloutFact {
}
