package dev.fairlead.events.fact;

import dev.fairlead.events.definition.Definition;

/**
 * The Canary now says something else, and it holds from here on, or from the end of the rollout.
 *
 * @param generation
 *            of the Canary
 * @param definition
 *            what it says
 * @param deferred
 *            whether the rollout under way must be ended by the old definition first
 */
public record DefinitionRevised(FactHead head, long generation,
        Definition definition, boolean deferred) implements RolloutFact {}
