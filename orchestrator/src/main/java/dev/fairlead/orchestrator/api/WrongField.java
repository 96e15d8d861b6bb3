package dev.fairlead.orchestrator.api;

/** A part of a request that cannot be used. */
public final class WrongField extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    /**
     * @param field
     *            as the caller named it
     * @param expected
     *            what would have been right
     * @param came
     *            what came
     */
    WrongField(String field, String expected, Object came) {
        this(field, "Expected " + expected + " as " + field + ", but got " + came);
    }

    /**
     * @param field
     *            as the caller named it
     * @param message
     *            the whole sentence
     */
    WrongField(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
