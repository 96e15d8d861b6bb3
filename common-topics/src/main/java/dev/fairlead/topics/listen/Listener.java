package dev.fairlead.topics.listen;

/** Does what a word asks for. */
@FunctionalInterface
public interface Listener<T> {

    /**
     * Returns when the word's effect is done and reported; the record counts as done then. May get
     * the same word twice.
     *
     * @throws dev.fairlead.topics.KafkaTrouble
     *             when the report could not be published; the word comes again
     * @throws RuntimeException
     *             for a bug; the record goes to the dead letters
     */
    void heard(Heard<T> heard);
}
