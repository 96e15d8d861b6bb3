package dev.fairlead.events;

/**
 * What a watcher concludes from a workload's own status.
 *
 * @param verdict
 *            the conclusion
 * @param reason
 *            the text of the event that tells it, such as {@code waiting for rollout to finish:
 *            0 out of 1 new replicas have been updated}; empty when ready
 */
public record Readiness(Verdict verdict, String reason) {

    public static final Readiness UNKNOWN = new Readiness(Verdict.WAITING, "");

    public boolean isReady() {
        return verdict == Verdict.READY;
    }

    /** READY: enough pods. WAITING: may still come. STUCK: will not come. IDLE: scaled to zero. */
    public enum Verdict {
        READY, WAITING, STUCK, IDLE
    }
}
