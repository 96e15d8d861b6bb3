package dev.fairlead.canary.model;

import java.util.Arrays;
import java.util.Optional;

/** What an analysis without an answer means: a failed check, or a pause until there is one. */
public enum Absence {
    FAILED("failed"), HOLD("hold");

    private final String text;

    Absence(String text) {
        this.text = text;
    }

    /** The name in annotations. */
    public String text() {
        return text;
    }

    /** The meaning of this name. */
    public static Optional<Absence> named(String name) {
        return Arrays.stream(values()).filter(absence -> absence.text.equals(name)).findFirst();
    }
}
