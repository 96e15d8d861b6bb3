package dev.fairlead.orchestrator.api;

import dev.fairlead.events.TargetKey;

/** Nothing was ever heard of what the name stands for. */
public final class NotKnown extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    public NotKnown(TargetKey target) {
        super("Expected the name of a target, but nothing is known of \"" + target + "\"");
        this.field = "target";
    }

    public NotKnown(String command) {
        super("Expected the id of a command, but nothing is known of \"" + command + "\"");
        this.field = "command";
    }

    /**
     * @param field
     *            as the caller named it
     * @param message
     *            the whole sentence
     */
    NotKnown(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
