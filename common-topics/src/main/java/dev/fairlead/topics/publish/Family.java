package dev.fairlead.topics.publish;

import java.util.Locale;

/** The kinds of words, as the type of an event names them: {@code dev.fairlead.order.…}. */
public enum Family {
    OBSERVATION, HEARTBEAT, ORDER, REPORT, FACT, RESTATE;

    private static final String ROOT = "dev.fairlead.";

    /** The event type of a word, such as {@code dev.fairlead.order.ShiftTraffic}. */
    public String eventType(String word) {
        return prefix() + word;
    }

    /** Whether an event type is of this family. */
    public boolean has(String eventType) {
        return eventType.startsWith(prefix());
    }

    /** The word's name in an event type of this family. */
    public String word(String eventType) {
        return eventType.substring(prefix().length());
    }

    private String prefix() {
        return ROOT + name().toLowerCase(Locale.ROOT) + ".";
    }
}
