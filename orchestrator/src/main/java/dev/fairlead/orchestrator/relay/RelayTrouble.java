package dev.fairlead.orchestrator.relay;

import org.jspecify.annotations.Nullable;

/** Something could not be published now; it is tried again from the same place. */
public final class RelayTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    RelayTrouble(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
