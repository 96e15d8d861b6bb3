package dev.fairlead.canary.reading;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a resource.
 *
 * @param field path from the root of the resource, such as {@code spec.analysis.metrics[0].interval}
 * @param came the value as shown to people; never a secret; empty when nothing came
 * @param expected what would have been right; empty when the sentence says it
 * @param message the whole sentence, field included
 */
public record Problem(String field, String came, String expected, String message) {

    private static final int LONGEST_SHOWN = 120;

    /** A value of the wrong kind or out of range. */
    static Problem unexpected(String field, String expected, @Nullable Object came) {
        return came == null ? missing(field, expected) : notShown(field, expected, shown(came));
    }

    /** A value that must not be shown as it is; {@code description} is shown instead. */
    static Problem notShown(String field, String expected, String description) {
        return new Problem(field, description, expected,
                field + ": expected " + expected + ", but got " + description);
    }

    /** Something that must be there and is not. */
    static Problem missing(String field, String expected) {
        return new Problem(field, "", expected,
                field + ": expected " + expected + ", but it is missing");
    }

    /** Values that are right alone but not together; the sentence says why. */
    static Problem refused(String field, @Nullable Object came, String sentence) {
        return new Problem(field, came == null ? "" : shown(came), "", field + ": " + sentence);
    }

    private static String shown(Object value) {
        return switch (value) {
            case String text -> '"' + cut(text) + '"';
            case Map<?, ?> _ -> "an object";
            case List<?> list -> "a list of " + list.size();
            default -> cut(String.valueOf(value));
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
