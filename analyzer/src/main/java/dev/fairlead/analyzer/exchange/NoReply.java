package dev.fairlead.analyzer.exchange;

/** No answer came; the message says why and holds no part of the URL. */
public final class NoReply extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean passing;

    public NoReply(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    /** Whether the same request may get an answer another time. */
    public boolean isPassing() {
        return passing;
    }
}
