package dev.fairlead.router.plan;

import dev.fairlead.events.report.ChangeRefused.Reason;

/** Ends an attempt: what was ordered cannot be done, or not now. Becomes a report, never a log. */
public final class Obstacle extends RuntimeException {

    private final Reason reason;

    private final String object;

    /**
     * @param object
     *            the object concerned, as {@code Kind/name}
     * @param message
     *            for people, without secrets
     */
    public Obstacle(Reason reason, String object, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.object = object;
    }

    public Reason reason() {
        return reason;
    }

    public String object() {
        return object;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
