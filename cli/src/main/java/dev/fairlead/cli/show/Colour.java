package dev.fairlead.cli.show;

import java.util.Locale;

/** Colours words where that is wanted; the words say the same without. */
public enum Colour {
    ON, OFF;

    /** A phase of a target. */
    public String phase(String phase) {
        return switch (phase.toLowerCase(Locale.ROOT)) {
            case "failed" -> paint("31", phase);
            case "succeeded", "initialized" -> paint("32", phase);
            case "" -> "-";
            default -> paint("33", phase); // phases are text by contract
        };
    }

    /** A verdict of a check. */
    public String verdict(String verdict) {
        return switch (verdict) {
            case "pass", "passed" -> paint("32", verdict);
            case "fail", "failed" -> paint("31", verdict.toUpperCase(Locale.ROOT));
            default -> paint("33", verdict); // verdicts are text by contract
        };
    }

    /** What is trouble. */
    public String bad(String text) {
        return paint("31", text);
    }

    /** What is not the point. */
    public String dim(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return this == ON ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
