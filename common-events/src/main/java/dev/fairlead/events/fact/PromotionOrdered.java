package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.Revision;

/**
 * The analysed revision is to be copied to the primary.
 *
 * @param due
 *            when it is ordered again if nobody answers
 */
public record PromotionOrdered(FactHead head, Revision revision,
        Instant due) implements RolloutFact {}
