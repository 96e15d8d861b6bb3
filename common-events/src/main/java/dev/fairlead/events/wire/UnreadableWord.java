package dev.fairlead.events.wire;

/** The bytes do not make the word that they claim to be. */
public final class UnreadableWord extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableWord(String message) {
        super(message);
    }

    UnreadableWord(String message, Throwable cause) {
        super(message, cause);
    }
}
