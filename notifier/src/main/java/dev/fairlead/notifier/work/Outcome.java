package dev.fairlead.notifier.work;

/**
 * What became of a notice at one channel.
 *
 * @param route
 *            the route's name
 * @param delivered
 *            whether the channel has taken it
 * @param reason
 *            why not, without secrets; empty when delivered
 */
record Outcome(String route, boolean delivered, String reason) {}
