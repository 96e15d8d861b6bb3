package dev.fairlead.events.observation;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;

/**
 * An object that we made for the target is gone.
 *
 * @param kind
 *            its kind
 * @param name
 *            its name
 */
public record GeneratedObjectLost(TargetKey target, Life life, String kind,
        String name) implements Observation {}
