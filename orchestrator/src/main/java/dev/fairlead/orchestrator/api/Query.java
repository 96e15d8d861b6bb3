package dev.fairlead.orchestrator.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parameters behind a {@code ?}. One that is not known is refused by name: a misspelt filter
 * must not show everything.
 *
 * @param asked
 *            by name
 */
record Query(Map<String, String> asked) {

    /** Longest value of a filter. */
    private static final int LONGEST = 253;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9./#_-]*");
    private static final List<String> PARTS = List.of("after", "before", "limit");

    /** Those that may be used besides {@code after}, {@code before} and {@code limit}. */
    Query allowing(String... fields) {
        List<String> known = Stream.concat(Stream.of(fields), PARTS.stream()).toList();
        asked.keySet()
                .stream()
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(it -> {
                    throw new WrongField(it, "one of " + known, "\"" + it + "\"");
                });
        return this;
    }

    /** Empty when it is not given. */
    String text(String field) {
        String value = asked.getOrDefault(field, "");
        if (value.length() > LONGEST || !PLAIN.matcher(value).matches()) {
            throw new WrongField(field,
                    "at most " + LONGEST + " characters of A-Z a-z 0-9 . / # _ -",
                    "\"" + value + "\"");
        }
        return value;
    }

    /** Of printable characters, such as the name of a person; empty when it is not given. */
    String words(String field) {
        String value = asked.getOrDefault(field, "");
        if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new WrongField(field, "at most " + LONGEST + " characters in one line",
                    value.length() + " characters");
        }
        return value;
    }

    /** {@code otherwise} when it is not given. */
    Instant time(String field, Instant otherwise) {
        String value = asked.getOrDefault(field, "");
        try {
            return value.isEmpty() ? otherwise : Instant.parse(value);
        } catch (DateTimeParseException _) {
            throw new WrongField(field, "a time such as 2026-01-31T10:41:00Z",
                    "\"" + value + "\"");
        }
    }

    boolean flag(String field) {
        return switch (text(field)) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw new WrongField(field, "true or false",
                    "\"" + text(field) + "\""); // a query is text
        };
    }

    /** A position; {@code otherwise} when it is not given. */
    long position(String field, long otherwise) {
        return asked.containsKey(field) ? number(field, 0, Long.MAX_VALUE) : otherwise;
    }

    int limit(int usual) {
        return asked.containsKey("limit") ? (int) number("limit", 1, Page.LONGEST) : usual;
    }

    private long number(String field, long lowest, long highest) {
        String value = text(field);
        try {
            long number = Long.parseLong(value);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new WrongField(field, "a number from " + lowest
                + (highest == Long.MAX_VALUE ? "" : " to " + highest), "\"" + value + "\"");
    }
}
