package dev.fairlead.events.fact;

import dev.fairlead.events.Revision;

/**
 * The copy of a promotion that was given up has come true all the same.
 *
 * @param revision
 *            what the primary carries
 */
public record PrimaryChanged(FactHead head, Revision revision) implements RolloutFact {}
