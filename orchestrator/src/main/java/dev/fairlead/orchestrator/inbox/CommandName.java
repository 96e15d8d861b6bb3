package dev.fairlead.orchestrator.inbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The commands that people have; each with the name that stands in the inbox. */
public enum CommandName {
    PAUSE("PauseRollout"), RESUME("ResumeRollout"), PROMOTE("PromoteRollout"),
    ABORT("AbortRollout"), RETRY(PersonRequests.RETRY_TARGET), APPROVE("ApproveGate"),
    REJECT("RejectGate");

    private final String type;

    CommandName(String type) {
        this.type = type;
    }

    /** The name in the inbox and in the log. */
    public String type() {
        return type;
    }

    /** The name in the API, such as {@code pause}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is about a gate. */
    public boolean hasGate() {
        return this == APPROVE || this == REJECT;
    }

    /** By the name in the API. */
    public static Optional<CommandName> named(String name) {
        return Arrays.stream(values()).filter(it -> it.wireName().equals(name)).findFirst();
    }

    /** By the name in the inbox. */
    public static Optional<CommandName> ofType(String type) {
        return Arrays.stream(values()).filter(it -> it.type().equals(type)).findFirst();
    }
}
