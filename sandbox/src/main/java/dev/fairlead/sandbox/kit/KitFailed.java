package dev.fairlead.sandbox.kit;

/** The binaries cannot be had; the message is a sentence for the person who started the sandbox. */
public final class KitFailed extends RuntimeException {

    KitFailed(String message) {
        super(message);
    }

    KitFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
