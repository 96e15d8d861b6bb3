package dev.fairlead.events.fact;

import dev.fairlead.events.Revision;

/**
 * An attempt to promote a revision has begun.
 *
 * @param revision
 *            what is tried
 * @param number
 *            of the rollout in its target, from 1
 * @param restarted
 *            whether it takes the place of one whose canary is up already
 */
public record RolloutStarted(FactHead head, Revision revision, long number,
        boolean restarted) implements RolloutFact {}
