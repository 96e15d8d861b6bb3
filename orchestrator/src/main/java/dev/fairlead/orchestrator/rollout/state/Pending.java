package dev.fairlead.orchestrator.rollout.state;

import java.time.Instant;

import dev.fairlead.events.Fence;

/**
 * The order whose report the state waits for.
 *
 * @param what
 *            the order's type, empty for none
 * @param version
 *            the stream version of the fact that first ordered it
 * @param attempts
 *            how often it was ordered or refused, from 1
 * @param since
 *            when it was first ordered
 */
public record Pending(String what, long version, int attempts, Instant since) {

    /** No report, but the primary's readiness behind the fence of its making or promotion. */
    public static final String PRIMARY_READY = "PrimaryReady";

    /** No report is awaited. */
    public static final Pending NONE = new Pending("", 0, 0, Instant.EPOCH);

    static Pending on(String what, long version, Instant since) {
        return new Pending(what, version, 1, since);
    }

    /** Whether a report about an order of this type and fence answers what is awaited. */
    public boolean isAnsweredBy(String type, Fence fence) {
        return what.equals(type) && fence.version() >= version;
    }

    Pending again(int count) {
        return new Pending(what, version, count, since);
    }
}
