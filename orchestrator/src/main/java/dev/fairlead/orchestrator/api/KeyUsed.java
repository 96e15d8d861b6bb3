package dev.fairlead.orchestrator.api;

/** The idempotency key was used for another request. */
public final class KeyUsed extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyUsed(String key) {
        super("Expected an Idempotency-Key for one request, but \"" + key
                + "\" was used for another");
    }
}
