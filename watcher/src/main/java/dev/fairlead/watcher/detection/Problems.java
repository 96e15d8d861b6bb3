package dev.fairlead.watcher.detection;

import java.util.List;

import dev.fairlead.canary.reading.Reading;
import dev.fairlead.events.definition.Problem;

/** Sentences about what a Canary refers to. */
final class Problems {

    private Problems() {}

    static List<Problem> of(Reading.Invalid<?> invalid) {
        return invalid.problems()
                .stream()
                .map(problem -> new Problem(problem.field(), problem.came(), problem.message()))
                .toList();
    }

    static Problem absent(String field, String kind, Place place) {
        return new Problem(field, place.toString(),
                field + ": expected a " + kind + ", but " + place + " does not exist");
    }

    /** The object is there, and is wrong itself. */
    static List<Problem> through(String field, String kind, Place place,
            Reading.Invalid<?> invalid) {
        return invalid.problems()
                .stream()
                .map(problem -> new Problem(field, problem.came(),
                        field + ": " + kind + " " + place + ": " + problem.message()))
                .toList();
    }
}
