package dev.fairlead.events.report;

/**
 * A notice was given up after its limit of attempts.
 *
 * @param channel
 *            the route's name
 * @param reason
 *            what the channel said, without secrets
 */
public record NoticeUndelivered(OrderRef order, String channel, String reason) implements Report {}
