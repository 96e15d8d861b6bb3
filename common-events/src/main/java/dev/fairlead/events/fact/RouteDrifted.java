package dev.fairlead.events.fact;

import dev.fairlead.events.Weight;

/**
 * Somebody else changed the route.
 *
 * @param ordered
 *            the share that was ordered
 * @param found
 *            the share that was found
 * @param manager
 *            the field manager who wrote
 */
public record RouteDrifted(FactHead head, Weight ordered, Weight found,
        String manager) implements RolloutFact {}
