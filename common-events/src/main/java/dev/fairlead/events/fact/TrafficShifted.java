package dev.fairlead.events.fact;

import dev.fairlead.events.Weight;
import java.time.Instant;

/**
 * The route sends requests as ordered.
 *
 * @param canary
 *            the canary's share
 * @param due
 *            when the next analysis or step comes
 */
public record TrafficShifted(FactHead head, Weight canary, Instant due) implements RolloutFact {
}
