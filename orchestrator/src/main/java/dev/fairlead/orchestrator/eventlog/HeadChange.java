package dev.fairlead.orchestrator.eventlog;

/**
 * A head that moves on.
 *
 * @param before
 *            the version that must be stored until now, 0 for none
 * @param after
 *            what is stored from now on
 */
public record HeadChange(long before, HeadRow after) {}
