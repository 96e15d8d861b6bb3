package dev.fairlead.canary.reading;

import java.util.List;
import java.util.function.Supplier;

/** What reading a resource gave. */
public sealed interface Reading<T> {

    /** The resource is right. */
    record Valid<T>(T value) implements Reading<T> {}

    /** The resource is wrong in at least one way; all ways that were found are named, in the order of the manifest. */
    record Invalid<T>(List<Problem> problems) implements Reading<T> {

        /** One sentence per problem. */
        public List<String> messages() {
            return problems.stream().map(Problem::message).toList();
        }
    }

    /** The value, unless there are problems. */
    static <T> Reading<T> of(List<Problem> problems, Supplier<T> value) {
        return problems.isEmpty() ? new Valid<>(value.get()) : new Invalid<>(List.copyOf(problems));
    }
}
