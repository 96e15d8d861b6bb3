package dev.fairlead.events.report;

/**
 * Nothing was written, or not all of it.
 *
 * @param reason
 *            the kind of obstacle
 * @param object
 *            the object concerned, as {@code Kind/name}
 * @param message
 *            what the API server or the router says, without secrets
 */
public record ChangeRefused(OrderRef order, Reason reason, String object,
        String message) implements Report {

    /**
     * MISSING: an object that must be there is not. MOVED_ON: the target is another revision by
     * now. OTHER_LIFE: the Canary is another one by now. DRIFT: the object shows this fence with
     * other content. INVALID: the API server refuses the content. FORBIDDEN: it refuses us.
     * NAMESPACE_TERMINATING: the namespace is being deleted and takes no new object, ever.
     * EXPIRED: the order came too late. UNREACHABLE, CONFLICT, THROTTLED: may work another time.
     */
    public enum Reason {
        MISSING, MOVED_ON, OTHER_LIFE, DRIFT, INVALID, FORBIDDEN, NAMESPACE_TERMINATING,
        EXPIRED, UNREACHABLE, CONFLICT, THROTTLED;

        /** Whether the same order may succeed later without anybody's help. */
        public boolean isPassing() {
            return this == UNREACHABLE || this == CONFLICT || this == THROTTLED || this == EXPIRED;
        }
    }
}
