package dev.fairlead.events.report;

import dev.fairlead.events.Fence;

/**
 * The object already shows a later order; nothing was written.
 *
 * @param shown
 *            the fence that it shows
 */
public record ChangeOvertaken(OrderRef order, Fence shown) implements Report {}
