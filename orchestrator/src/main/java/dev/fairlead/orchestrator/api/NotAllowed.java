package dev.fairlead.orchestrator.api;

/** The caller may not do this. */
final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean off;

    private NotAllowed(String message, boolean off) {
        super(message);
        this.off = off;
    }

    /** No token is known, so nobody may. */
    static NotAllowed writesOff() {
        return new NotAllowed("Expected fairlead.api.token-file to name the tokens of those who"
                + " may, but it is not set", true);
    }

    /** The token is missing or not known. */
    static NotAllowed unknown(String message) {
        return new NotAllowed(message, false);
    }

    boolean isOff() {
        return off;
    }
}
