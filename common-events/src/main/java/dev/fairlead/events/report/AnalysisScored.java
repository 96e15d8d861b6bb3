package dev.fairlead.events.report;

import java.util.List;

import dev.fairlead.events.AnalysisId;

/**
 * The evidence of an analysis.
 *
 * @param judge
 *            the version of the rules that scored
 * @param checks
 *            one for each metric, in the order of the Canary
 */
public record AnalysisScored(OrderRef order, AnalysisId analysis, int judge,
        List<CheckEvidence> checks) implements Report {

    public AnalysisScored {
        checks = List.copyOf(checks);
    }
}
