package dev.fairlead.orchestrator.rollout.state;

import java.time.Instant;

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
 * @param iterations
 *            begun so far; stays 0 in a rollout by weights
 * @param analyses
 *            ordered so far
 * @param analysis
 *            the newest
 * @param sourceLost
 *            when a metric store was last found unreachable with no analysis passed since, EPOCH
 *            for never
 * @param outcome
 *            how it is going to end
 * @param reason
 *            why, for people; empty while it goes on
 * @param paused
 *            whether a person holds it
 * @param replaced
 *            what the primary carried before this promotion; {@link Revision#NONE} before it
 * @param servedSince
 *            when the first request could reach the canary; {@link Instant#EPOCH} before it
 */
public record Attempt(RolloutId id, Revision revision, int failedChecks, int iterations,
        long analyses, AnalysisId analysis, Instant sourceLost, Outcome outcome, String reason,
        boolean paused,
        Revision replaced, Instant servedSince) {

    /** No rollout. */
    public static final Attempt NONE = of(RolloutId.NONE, Revision.NONE);

    static Attempt of(RolloutId id, Revision revision) {
        return new Attempt(id, revision, 0, 0, 0, AnalysisId.NONE, Instant.EPOCH, Outcome.OPEN, "",
                false,
                Revision.NONE, Instant.EPOCH);
    }

    Attempt withFailedChecks(int count) {
        return new Attempt(id, revision, count, iterations, analyses, analysis, sourceLost, outcome,
                reason,
                paused,
                replaced, servedSince);
    }

    Attempt withIterations(int count) {
        return new Attempt(id, revision, failedChecks, count, analyses, analysis, sourceLost,
                outcome, reason, paused, replaced, servedSince);
    }

    Attempt withAnalysis(AnalysisId next, long number) {
        return new Attempt(id, revision, failedChecks, iterations, number, next, sourceLost,
                outcome, reason,
                paused,
                replaced, servedSince);
    }

    Attempt withSourceLost(Instant when) {
        return new Attempt(id, revision, failedChecks, iterations, analyses, analysis, when,
                outcome, reason,
                paused, replaced, servedSince);
    }

    Attempt ending(Outcome how, String why) {
        return new Attempt(id, revision, failedChecks, iterations, analyses, analysis, sourceLost,
                how, why,
                paused,
                replaced, servedSince);
    }

    Attempt paused(boolean held) {
        return new Attempt(id, revision, failedChecks, iterations, analyses, analysis, sourceLost,
                outcome,
                reason, held,
                replaced, servedSince);
    }

    /** Another promotion within the same rollout, such as of what was promoted before. */
    Attempt promoting(Revision next) {
        return new Attempt(id, next, failedChecks, iterations, analyses, analysis, sourceLost,
                Outcome.OPEN, "",
                false,
                replaced, servedSince);
    }

    Attempt replacing(Revision before) {
        return new Attempt(id, revision, failedChecks, iterations, analyses, analysis, sourceLost,
                outcome,
                reason, paused,
                before, servedSince);
    }

    Attempt servedSince(Instant when) {
        return new Attempt(id, revision, failedChecks, iterations, analyses, analysis, sourceLost,
                outcome,
                reason, paused, replaced, when);
    }

    /** How a rollout is going to end. */
    public enum Outcome {
        OPEN, FAILED, WITHDRAWN, PREPARED_ANEW
    }
}
