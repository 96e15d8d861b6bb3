package dev.fairlead.orchestrator.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

/** The parameters of a view. What cannot be used is refused by name. */
record Asked(HttpServletRequest request) {

    /** The longest value of a parameter. */
    private static final int LONGEST = 300;

    /** Stripped; empty when it is not given. */
    String text(String name) {
        String value = request.getParameter(name);
        if (value == null) {
            return "";
        }
        if (value.length() > LONGEST) {
            throw new WrongView("Expected " + name + " with at most " + LONGEST
                    + " characters, but got " + value.length());
        }
        return value.strip();
    }

    /** One of some words; the first when it is not given. */
    String oneOf(String name, List<String> words) {
        String value = text(name);
        if (value.isEmpty()) {
            return words.getFirst();
        }
        if (!words.contains(value)) {
            throw new WrongView(
                    "Expected " + name + " as one of " + words + ", but got \"" + value + "\"");
        }
        return value;
    }

    /** A whole number from 0; another when it is not given. */
    long number(String name, long otherwise) {
        String value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new WrongView(
                "Expected " + name + " as a whole number from 0, but got \"" + value + "\"");
    }

    /** The address of this view, with these of its parameters. */
    Link link(String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(name, text(name));
        }
        return new Link(Visit.prefix(request) + request.getRequestURI(), values);
    }

    /** The address does not say what to show. */
    static final class WrongView extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongView(String message) {
            super(message);
        }
    }
}
