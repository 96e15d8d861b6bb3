package dev.fairlead.events.report;

import dev.fairlead.events.AnalysisId;

/**
 * No worker could do the analysis; this is never a failed check.
 *
 * @param reason
 *            why
 */
public record AnalysisUnanswered(OrderRef order, AnalysisId analysis,
        String reason) implements Report {}
