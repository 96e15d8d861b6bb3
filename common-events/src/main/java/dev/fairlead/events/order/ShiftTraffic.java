package dev.fairlead.events.order;

import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;

/**
 * Write the route.
 *
 * @param definition
 *            the routing fields, whole
 * @param canary
 *            the canary's share; the primary has the rest
 * @param mirrored
 *            whether requests are copied to the canary
 */
public record ShiftTraffic(OrderHead head, Definition definition, Weight canary,
        boolean mirrored) implements ChangeOrder {}
