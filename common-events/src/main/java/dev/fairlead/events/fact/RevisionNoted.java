package dev.fairlead.events.fact;

import dev.fairlead.events.Revision;

/**
 * A revision was seen that cannot be taken up just now; it will be, unless a newer comes.
 */
public record RevisionNoted(FactHead head, Revision revision) implements RolloutFact {}
