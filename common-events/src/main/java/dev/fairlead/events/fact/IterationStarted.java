package dev.fairlead.events.fact;

import java.time.Instant;

/**
 * A revision that is tried without weights has come to its next iteration: the interval passes, and
 * then it is measured.
 *
 * @param number
 *            from 1; one more than {@code spec.analysis.iterations} when all requests go to the
 *            canary before a blue/green promotion
 * @param due
 *            when the analysis comes
 */
public record IterationStarted(FactHead head, int number, Instant due) implements RolloutFact {}
