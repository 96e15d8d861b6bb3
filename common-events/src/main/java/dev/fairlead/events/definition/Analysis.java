package dev.fairlead.events.definition;

import java.time.Duration;
import java.util.List;

import dev.fairlead.events.Tree;

/**
 * How a revision is tried.
 *
 * @param interval
 *            time between two analyses, at least 1 s
 * @param threshold
 *            failed checks that end the rollout, at least 1
 * @param iterations
 *            analyses of a rollout without weights; 0 for one by weights
 * @param steps
 *            the weights, when {@code iterations} is 0
 * @param mirror
 *            whether requests are copied to the canary, and how many
 * @param match
 *            the requests that see the canary in an A/B test; empty for all
 * @param sessionAffinity
 *            {@code spec.analysis.sessionAffinity} as it came; empty when not wanted
 * @param primaryReadyThreshold
 *            percent of the primary's pods that make it ready, 0–100
 * @param canaryReadyThreshold
 *            percent of the canary's pods that make it ready, 0–100
 */
public record Analysis(Duration interval, int threshold, int iterations, Steps steps, Mirror mirror,
        List<Tree> match, Tree sessionAffinity, int primaryReadyThreshold,
        int canaryReadyThreshold) {

    public Analysis {
        match = List.copyOf(match);
    }

    /** The strategy: by weights, all at once, or by header. */
    public Strategy strategy() {
        if (iterations == 0) {
            return Strategy.CANARY;
        }
        return match.isEmpty() ? Strategy.BLUE_GREEN : Strategy.AB_TESTING;
    }

    /** Whether users are kept on the side that they saw first; never in an A/B test. */
    public boolean keepsUsers() {
        Object cookie = sessionAffinity.fields().getOrDefault("cookieName", "");
        return match.isEmpty() && !cookie.toString().isEmpty();
    }

    /** The three ways to try a revision. */
    public enum Strategy {
        CANARY, BLUE_GREEN, AB_TESTING
    }

    /**
     * Copies of requests to the canary.
     *
     * @param enabled
     *            whether requests are copied
     * @param percent
     *            share of copied requests, 0 for all
     */
    public record Mirror(boolean enabled, int percent) {}
}
