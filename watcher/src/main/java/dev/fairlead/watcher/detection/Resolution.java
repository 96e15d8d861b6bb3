package dev.fairlead.watcher.detection;

import java.util.List;

import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.Problem;

/** What became of a Canary. */
sealed interface Resolution {

    /** It can be rolled out. */
    record Usable(Definition definition) implements Resolution {}

    /**
     * It cannot.
     *
     * @param problems
     *            at least one
     */
    record Unusable(List<Problem> problems) implements Resolution {}
}
