package dev.fairlead.watcher.detection;

import dev.fairlead.events.Readiness;
import dev.fairlead.events.Readiness.Verdict;

/**
 * When a Deployment is ready, and the texts for when it is not: those of Flagger, whose users know
 * them from events and alerts. There is no clock here: how long a workload may take is counted by
 * the orchestrator, from the moment its scale is confirmed.
 */
final class ReadinessRules {

    private static final String WAITING = "waiting for rollout to finish: ";

    private static final float PERCENT = 100f;

    private ReadinessRules() {}

    /**
     * @param threshold
     *            percent of the updated pods that must be available, 0–100
     * @param prefix
     *            put before the reason
     */
    static Readiness of(WorkloadSight workload, int threshold, String prefix) {
        var pods = workload.pods();
        if (!workload.seen().isSettled()) {
            return waiting(prefix,
                    "observed deployment generation less than desired generation");
        }
        if (workload.wanted() == 0) {
            return new Readiness(Verdict.IDLE, "");
        }
        if (isStuck(workload)) {
            return new Readiness(Verdict.STUCK, prefix + "deployment \"" + workload.seen().name()
                    + "\" exceeded its progress deadline");
        }
        if (pods.updated() < workload.wanted()) {
            return waiting(prefix, pods.updated() + " out of " + workload.wanted()
                    + " new replicas have been updated");
        }
        if (pods.all() > pods.updated()) {
            return waiting(prefix, (pods.all() - pods.updated())
                    + " old replicas are pending termination");
        }
        int enough = enough(pods.updated(), threshold);
        if (pods.available() < enough) {
            return waiting(prefix, pods.available() + " of " + enough + " (readyThreshold "
                    + threshold + "%) updated replicas are available");
        }
        return new Readiness(Verdict.READY, "");
    }

    /**
     * A deadline that passed while there is not one pod of the template is from before the last
     * scaling up: the controller takes it back with the first pod.
     */
    private static boolean isStuck(WorkloadSight workload) {
        return workload.exceeded() && workload.pods().updated() > 0;
    }

    /** Rounded down after single precision, as users' thresholds have been. */
    private static int enough(int updated, int threshold) {
        return (int) (updated * (threshold / PERCENT));
    }

    private static Readiness waiting(String prefix, String reason) {
        return new Readiness(Verdict.WAITING, prefix + WAITING + reason);
    }
}
