package dev.fairlead.events.fact;

import dev.fairlead.events.Revision;

/**
 * The target asks for a revision that people must agree to before it is tried.
 *
 * @param revision
 *            what would be tried
 * @param number
 *            of the rollout among all of the target, from 1
 */
public record RolloutProposed(FactHead head, Revision revision,
        long number) implements ConsentFact {}
