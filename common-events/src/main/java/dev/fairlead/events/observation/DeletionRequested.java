package dev.fairlead.events.observation;

import dev.fairlead.events.Life;
import dev.fairlead.events.Seen;
import dev.fairlead.events.TargetKey;

/**
 * The Canary is being deleted, and is held by its finalizer until everything is given back.
 *
 * @param canary
 *            its marks
 */
public record DeletionRequested(TargetKey target, Life life, Seen canary) implements Observation {}
