package dev.fairlead.orchestrator.eventlog;

import org.jspecify.annotations.Nullable;

/** This process is not, or may not be, the one that writes. */
public final class LostLease extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LostLease(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
