package dev.fairlead.events.fact;

import java.util.List;

import dev.fairlead.events.definition.Problem;

/**
 * The Canary now says something that cannot be used; the last valid definition holds.
 *
 * @param generation
 *            of the Canary
 * @param problems
 *            at least one
 */
public record DefinitionRejected(FactHead head, long generation,
        List<Problem> problems) implements RolloutFact {}
