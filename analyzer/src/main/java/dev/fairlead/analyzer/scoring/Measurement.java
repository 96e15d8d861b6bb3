package dev.fairlead.analyzer.scoring;

import java.time.Duration;
import java.time.Instant;

import dev.fairlead.judge.Answer;

/**
 * What came of asking for one metric.
 *
 * @param query
 *            as it was sent; empty when it did not come to that
 * @param at
 *            when it was asked
 * @param answer
 *            what the store said
 * @param raw
 *            the value as it came, as text; empty when there is none
 * @param took
 *            time of the question
 */
public record Measurement(String query, Instant at, Answer answer, String raw, Duration took) {}
