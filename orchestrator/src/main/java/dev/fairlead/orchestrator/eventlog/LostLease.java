package dev.fairlead.orchestrator.eventlog;

import org.jspecify.annotations.Nullable;

/** This process is not, or may not be, the one that writes. */
public sealed class LostLease extends RuntimeException permits RefusedContent {

    private static final long serialVersionUID = 1;

    public LostLease(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
