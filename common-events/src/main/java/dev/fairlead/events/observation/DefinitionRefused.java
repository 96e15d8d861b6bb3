package dev.fairlead.events.observation;

import java.util.List;

import dev.fairlead.events.Life;
import dev.fairlead.events.Seen;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.Problem;

/**
 * The Canary as it now stands cannot be used.
 *
 * @param problems
 *            at least one
 */
public record DefinitionRefused(TargetKey target, Life life, Seen canary,
        List<Problem> problems) implements Observation {

    public DefinitionRefused {
        problems = List.copyOf(problems);
    }
}
