package dev.fairlead.events.fact;

import java.time.Instant;

/**
 * All requests go elsewhere; the canary is kept until proxies have learned of it.
 *
 * @param until
 *            when it may be scaled down
 */
public record DrainStarted(FactHead head, Instant until) implements RolloutFact {}
