package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.AnalysisId;

/**
 * The revision is to be measured.
 *
 * @param analysis
 *            the round
 * @param number
 *            of the round in its rollout, from 1
 * @param due
 *            when it is ordered again if nobody answers
 */
public record AnalysisOrdered(FactHead head, AnalysisId analysis, long number,
        Instant due) implements RolloutFact {}
