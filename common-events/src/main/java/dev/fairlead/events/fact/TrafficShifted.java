package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.Weight;

/**
 * The route sends requests as ordered.
 *
 * @param canary
 *            the canary's share
 * @param due
 *            when the next analysis or step comes
 */
public record TrafficShifted(FactHead head, Weight canary, Instant due) implements RolloutFact {}
