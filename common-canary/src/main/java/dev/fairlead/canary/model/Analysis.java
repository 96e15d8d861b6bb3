package dev.fairlead.canary.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a new revision is judged.
 *
 * @param interval between two analyses, 1 s or more
 * @param threshold failed analyses that end the rollout, 1 or more
 * @param iterations of blue/green and A/B rollouts, else 0
 * @param match requests of an A/B test, as the trees that they came as
 */
public record Analysis(Duration interval, int threshold, int iterations, WeightPlan weights,
        Mirroring mirroring,
        ReadyThresholds ready, List<Map<String, Object>> match, List<Metric> metrics,
        List<Alert> alerts,
        List<Webhook> webhooks, SessionAffinity sessionAffinity) {

    /** The way to release, by what is given. */
    public Strategy strategy() {
        if (iterations <= 0) {
            return Strategy.CANARY;
        }
        return match.isEmpty() ? Strategy.BLUE_GREEN : Strategy.AB_TESTING;
    }

    /** The hooks of a type, in the order of the manifest. */
    public List<Webhook> webhooks(HookType type) {
        return webhooks.stream().filter(hook -> hook.type() == type).toList();
    }
}
