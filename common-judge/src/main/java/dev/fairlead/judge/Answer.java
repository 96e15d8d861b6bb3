package dev.fairlead.judge;

import dev.fairlead.events.report.CheckEvidence.Outcome;

/** What came of asking a metric store. */
public sealed interface Answer {

    /**
     * A number; infinities count as numbers, and NaN becomes {@link NotANumber}.
     *
     * @param raw
     *            as the store gave it, in the unit of the query
     */
    record Value(double raw) implements Answer {}

    /** The store knows no value. */
    record Empty() implements Answer {}

    /** The store's value is NaN, such as a ratio of nothing. */
    record NotANumber() implements Answer {}

    /**
     * The store could not be reached, refused, or said something else than a number.
     *
     * @param error
     *            what it said; no secrets
     */
    record Unreachable(String error) implements Answer {}

    /**
     * It did not come to a question.
     *
     * @param error
     *            why; no secrets
     */
    record Unasked(Obstacle obstacle, String error) implements Answer {}

    /** What may lie in the way of a question to a store named by a template. */
    enum Obstacle {
        /** The template itself cannot be read. */
        TEMPLATE,
        /** The template's Secret cannot be read. */
        SECRET,
        /** The template's settings do not make a client. */
        PROVIDER,
        /** The query does not render. */
        QUERY
    }

    /** One of the four outcomes that evidence tells apart. */
    default Outcome outcome() {
        return switch (this) {
            case Value(double raw) -> Double.isNaN(raw) ? Outcome.NOT_A_NUMBER : Outcome.VALUE;
            case Empty() -> Outcome.EMPTY;
            case NotANumber() -> Outcome.NOT_A_NUMBER;
            case Unreachable(_),Unasked(_, _) -> Outcome.UNREACHABLE;
        };
    }
}
