package dev.fairlead.events.wire;

/** The type or schema of a word is not known here, though its family is. */
public final class UnknownWord extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownWord(String message) {
        super(message);
    }
}
