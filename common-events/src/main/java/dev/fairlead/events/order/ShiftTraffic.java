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
 * @param cookies
 *            those that keep users on one side
 */
public record ShiftTraffic(OrderHead head, Definition definition, Weight canary, boolean mirrored,
        Cookies cookies) implements ChangeOrder {

    /** Without cookies. */
    public ShiftTraffic(OrderHead head, Definition definition, Weight canary, boolean mirrored) {
        this(head, definition, canary, mirrored, Cookies.NONE);
    }
}
