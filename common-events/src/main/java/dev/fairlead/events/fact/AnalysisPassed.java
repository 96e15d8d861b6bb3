package dev.fairlead.events.fact;

import dev.fairlead.events.AnalysisId;

/**
 * Every check passed.
 */
public record AnalysisPassed(FactHead head, AnalysisId analysis) implements RolloutFact {}
