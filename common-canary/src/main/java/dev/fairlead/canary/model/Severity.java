package dev.fairlead.canary.model;

import java.util.Arrays;
import java.util.Optional;

/** How grave an alert is; an alert entry passes its own severity and every graver one. */
public enum Severity {
    INFO("info"), WARN("warn"), ERROR("error");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    /** The name in manifests. */
    public String text() {
        return text;
    }

    /** Whether an entry of this severity lets an alert of the other through. */
    public boolean passes(Severity alert) {
        return alert.compareTo(this) >= 0;
    }

    /** The severity of this name; empty text means {@link #INFO}. */
    public static Optional<Severity> named(String name) {
        if (name.isEmpty()) {
            return Optional.of(INFO);
        }
        return Arrays.stream(values()).filter(severity -> severity.text.equals(name)).findFirst();
    }
}
