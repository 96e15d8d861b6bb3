package dev.fairlead.watcher.detection;

import dev.fairlead.events.Readiness;
import dev.fairlead.events.Readiness.Verdict;

/**
 * When a workload is ready, and the texts for when it is not: those of Flagger, whose users know
 * them from events and alerts. There is no clock here: how long a workload may take is counted by
 * the orchestrator, from the moment its scale is confirmed.
 */
final class ReadinessRules {

    private static final String WAITING = "waiting for rollout to finish: ";

    private static final float PERCENT = 100f;

    private static final Readiness READY = new Readiness(Verdict.READY, "");

    private ReadinessRules() {}

    /**
     * @param threshold
     *            percent of the updated pods that must be available, 0–100
     */
    static Readiness ofPrimary(WorkloadKind kind, WorkloadSight workload, Place place,
            int threshold) {
        String name = place.name() + "." + place.namespace() + " not ready: ";
        return switch (kind) {
            case DEPLOYMENT -> of(workload, threshold, name);
            case DAEMON_SET -> byNode(workload, threshold, "primary daemonset " + name);
            case SERVICE -> READY;
        };
    }

    /** The mistake in the word, and what it says of trying again, are users' since long ago. */
    static Readiness ofCanary(WorkloadKind kind, WorkloadSight workload, Place place,
            int threshold) {
        String name = place.name() + "." + place.namespace() + " not ready";
        return switch (kind) {
            case DEPLOYMENT -> of(workload, threshold, "canary deployment " + name + ": ");
            case DAEMON_SET -> byNode(workload, threshold,
                    "canary damonset " + name + " with retryable true: ");
            case SERVICE -> READY;
        };
    }

    /** A DaemonSet has a pod on each node that it chooses, and no deadline of its own. */
    private static Readiness byNode(WorkloadSight workload, int threshold, String prefix) {
        var pods = workload.pods();
        if (!workload.seen().isSettled()) {
            return waiting(prefix, "observed daemonset generation less than desired generation");
        }
        if (workload.idle()) {
            return new Readiness(Verdict.IDLE, "");
        }
        if (pods.updated() < workload.wanted()) {
            return waiting(prefix, pods.updated() + " out of " + workload.wanted()
                    + " new pods have been updated");
        }
        int enough = enough(workload.wanted(), threshold);
        if (pods.available() < enough) {
            return waiting(prefix, pods.available() + " of " + enough + " (readyThreshold "
                    + threshold + "%) updated pods are available");
        }
        return READY;
    }

    /**
     * A Deployment's.
     *
     * @param prefix
     *            put before the reason
     */
    static Readiness of(WorkloadSight workload, int threshold, String prefix) {
        var pods = workload.pods();
        if (!workload.seen().isSettled()) {
            return waiting(prefix,
                    "observed deployment generation less than desired generation");
        }
        if (workload.idle()) {
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
        return READY;
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
