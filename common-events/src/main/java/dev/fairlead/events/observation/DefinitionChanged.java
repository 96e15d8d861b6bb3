package dev.fairlead.events.observation;

import dev.fairlead.events.Life;
import dev.fairlead.events.Seen;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.Definition;

/** The Canary, a template or a provider that it refers to now says this. */
public record DefinitionChanged(TargetKey target, Life life, Seen canary,
        Definition definition) implements Observation {}
