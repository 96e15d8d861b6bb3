package dev.fairlead.orchestrator.rollout.state;

import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.Revision;
import dev.fairlead.events.RolloutId;

/**
 * The rollout under way.
 *
 * @param id
 *            its name
 * @param revision
 *            what is tried
 * @param failedChecks
 *            so far
 * @param analyses
 *            ordered so far
 * @param analysis
 *            the newest
 * @param outcome
 *            how it is going to end
 * @param reason
 *            why, for people; empty while it goes on
 */
public record Attempt(RolloutId id, Revision revision, int failedChecks, long analyses,
        AnalysisId analysis, Outcome outcome, String reason) {

    /** No rollout. */
    public static final Attempt NONE = new Attempt(RolloutId.NONE, Revision.NONE, 0, 0,
            AnalysisId.NONE, Outcome.OPEN, "");

    static Attempt of(RolloutId id, Revision revision) {
        return new Attempt(id, revision, 0, 0, AnalysisId.NONE, Outcome.OPEN, "");
    }

    Attempt withFailedChecks(int count) {
        return new Attempt(id, revision, count, analyses, analysis, outcome, reason);
    }

    Attempt withAnalysis(AnalysisId next, long number) {
        return new Attempt(id, revision, failedChecks, number, next, outcome, reason);
    }

    Attempt ending(Outcome how, String why) {
        return new Attempt(id, revision, failedChecks, analyses, analysis, how, why);
    }

    /** How a rollout is going to end. */
    public enum Outcome {
        OPEN, FAILED, WITHDRAWN, PREPARED_ANEW
    }
}
