package dev.fairlead.events.report;

import java.time.Duration;
import java.time.Instant;

import dev.fairlead.events.definition.MetricCheck.Range;

/**
 * What one metric said, and what was made of it.
 *
 * @param metric
 *            the check's name
 * @param query
 *            as it was sent
 * @param at
 *            the evaluation time
 * @param outcome
 *            which of the four things the store answered
 * @param value
 *            the raw value as it came, decimal text; empty unless there is one
 * @param error
 *            what the source said when it could not be asked; empty otherwise
 * @param range
 *            the values that pass
 * @param verdict
 *            what follows
 * @param halt
 *            the text of the event that tells a failure; empty when passed
 * @param took
 *            time of the question
 */
public record CheckEvidence(String metric, String query, Instant at, Outcome outcome, String value,
        String error, Range range, Verdict verdict, String halt, Duration took) {

    /** What a store can answer. */
    public enum Outcome {
        VALUE, EMPTY, NOT_A_NUMBER, UNREACHABLE
    }

    /** What a check can conclude. */
    public enum Verdict {
        PASS, FAIL, INCONCLUSIVE
    }
}
