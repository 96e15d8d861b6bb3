package dev.fairlead.canary.template;

/** A template that cannot be parsed or executed; the message is in Go's form, with line and column. */
public final class TemplateFailure extends RuntimeException {

    private final String reason;

    TemplateFailure(String message) {
        super(message);
        this.reason = message;
    }

    /** The message. */
    public String reason() {
        return reason;
    }
}
