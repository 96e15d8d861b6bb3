package dev.fairlead.events.fact;

import java.time.Instant;

/**
 * What was ordered is ordered again.
 *
 * @param what
 *            the order's type
 * @param due
 *            when it is ordered once more if nobody answers
 */
public record EffectReordered(FactHead head, String what, Instant due) implements RolloutFact {}
