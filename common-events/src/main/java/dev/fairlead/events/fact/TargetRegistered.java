package dev.fairlead.events.fact;

import dev.fairlead.events.definition.Definition;

/**
 * A Canary was taken under control.
 *
 * @param generation
 *            of the Canary, from 1
 * @param definition
 *            the first valid one of this life
 */
public record TargetRegistered(FactHead head, long generation,
        Definition definition) implements RolloutFact {}
