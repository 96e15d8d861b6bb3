package dev.fairlead.topics.listen;

/** What a record turned out to be. */
public sealed interface Reading<T> {

    /** A word. */
    record Understood<T>(Heard<T> heard) implements Reading<T> {}

    /**
     * No word that is known here: the sender may be a version ahead, or the record is broken.
     *
     * @param unknown
     *            whether only the type or its schema is not known
     * @param reason
     *            what was expected and what came
     */
    record Strange<T>(boolean unknown, String reason) implements Reading<T> {}
}
