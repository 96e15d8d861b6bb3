package dev.fairlead.events.fact;

import dev.fairlead.events.definition.Definition;

/**
 * The Canary now says something else, and it holds from here on.
 *
 * @param generation
 *            of the Canary
 */
public record DefinitionRevised(FactHead head, long generation,
        Definition definition) implements RolloutFact {}
