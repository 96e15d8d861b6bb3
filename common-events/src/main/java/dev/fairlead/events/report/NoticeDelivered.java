package dev.fairlead.events.report;

/**
 * A notice was taken by every channel that wants its severity.
 *
 * @param deliveries
 *            to how many channels
 */
public record NoticeDelivered(OrderRef order, int deliveries) implements Report {}
