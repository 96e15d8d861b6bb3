package dev.fairlead.clusters.secrets;

/** What is referred to could not be read; the message says why and holds no value. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Unreadable(String message) {
        super(message);
    }

    Unreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
