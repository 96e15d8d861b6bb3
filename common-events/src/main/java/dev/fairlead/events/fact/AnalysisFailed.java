package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.AnalysisId;

/**
 * A check failed.
 *
 * @param halt
 *            the text of the event for the first check that failed
 * @param failedChecks
 *            of the rollout, this one counted
 * @param retryAt
 *            when it is measured again
 */
public record AnalysisFailed(FactHead head, AnalysisId analysis, String halt, int failedChecks,
        Instant retryAt) implements RolloutFact {}
