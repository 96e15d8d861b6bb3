package dev.fairlead.analyzer.metrics;

import java.time.Duration;

import dev.fairlead.judge.Answer;

/** A kind of metric store. Thread-safe; the same for every address. */
public interface MetricStore {

    /** The longest that one question may take. */
    Duration TIMEOUT = Duration.ofSeconds(5);
    /** The longest answer that is read, in bytes. */
    int MAX_ANSWER_BYTES = 1 << 20;

    /** As {@code spec.provider.type} of a MetricTemplate names it, such as {@code prometheus}. */
    String type();

    /** The query as it goes over the wire. */
    String wireForm(String rendered);

    /**
     * Asks once, for at most {@link #TIMEOUT}; throws nothing for what the store does. Errors hold no
     * secrets.
     */
    Sample ask(String query, Access access);

    /**
     * An answer.
     *
     * @param raw
     *            the value as it came, as text; empty when there is none
     */
    record Sample(Answer answer, String raw) {

        public static Sample of(Answer answer) {
            return new Sample(answer, "");
        }
    }
}
