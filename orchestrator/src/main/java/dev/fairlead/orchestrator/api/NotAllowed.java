package dev.fairlead.orchestrator.api;

import dev.fairlead.events.TargetKey;

/** The caller may not do this. */
public final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    private NotAllowed(String message, Kind kind) {
        super(message);
        this.kind = kind;
    }

    /** No token is known, so nobody may. */
    static NotAllowed writesOff() {
        return new NotAllowed("Expected fairlead.api.token-file to name the tokens of those who"
                + " may, but it is not set", Kind.OFF);
    }

    /** The token is missing or not known. */
    static NotAllowed unknown(String message) {
        return new NotAllowed(message, Kind.UNKNOWN);
    }

    /** Who asks is known, and lacks a role. */
    static NotAllowed missing(Role role, TargetKey target) {
        return new NotAllowed("Expected the role " + role.wireName() + " in " + target.cluster()
                + "/" + target.namespace() + ", which you lack", Kind.LACKING);
    }

    Kind kind() {
        return kind;
    }

    enum Kind {
        OFF, UNKNOWN, LACKING
    }
}
