package dev.fairlead.events.observation;

import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;

/** The Canary is deleted. */
public record TargetGone(TargetKey target, Life life) implements Observation {}
