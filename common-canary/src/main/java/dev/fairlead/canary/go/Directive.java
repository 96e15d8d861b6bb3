package dev.fairlead.canary.go;

import java.util.OptionalInt;

/**
 * What stands between the percent sign and the verb, and the verb.
 *
 * @param verb
 *            a code point
 */
record Directive(boolean sharp, boolean plus, boolean minus, boolean space, boolean zero,
        OptionalInt width,
        OptionalInt precision, int verb) {

    static Directive plain(int verb) {
        return new Directive(false, false, false, false, false, OptionalInt.empty(),
                OptionalInt.empty(), verb);
    }

    String pad(String text) {
        return pad(text, zero);
    }

    /** Fills up to the width, on the left unless the minus flag is set; zeros never go to the right. */
    String pad(String text, boolean zeros) {
        int missing = width.orElse(0) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (minus) {
            return text + " ".repeat(missing);
        }
        return (zeros ? "0" : " ").repeat(missing) + text;
    }
}
