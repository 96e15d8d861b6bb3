package dev.fairlead.canary.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.fairlead.canary.go.GoDuration;
import dev.fairlead.canary.tree.JsonTree;

/** A place in the tree of a resource. Whatever is wrong there is noted, and reading goes on with a harmless value. */
final class Field {

    private static final int MOST_ENTRIES = 256;
    private static final String DURATION = "a Go duration such as 30s or 1m";

    private final String path;
    private final @Nullable Object value;
    private final List<Problem> problems;

    Field(String path, @Nullable Object value, List<Problem> problems) {
        this.path = path;
        this.value = value;
        this.problems = problems;
    }

    static Field root(Map<String, ?> tree, List<Problem> problems) {
        return new Field("", tree, problems);
    }

    Field at(String key) {
        String below = path.isEmpty() ? key : path + "." + key;
        return new Field(below, value instanceof Map<?, ?> map ? map.get(key) : null, problems);
    }

    /** As {@link #at} for keys with dots, such as annotations. */
    Field atKey(String key) {
        return new Field(path + "[" + key + "]",
                value instanceof Map<?, ?> map ? map.get(key) : null, problems);
    }

    boolean given() {
        return value != null;
    }

    @Nullable
    Object value() {
        return value;
    }

    boolean holdsText() {
        return value instanceof String text && !text.isEmpty();
    }

    void unexpected(String expected) {
        problems.add(Problem.unexpected(path, expected, value));
    }

    void missing(String expected) {
        problems.add(Problem.missing(path, expected));
    }

    void notShown(String expected, String description) {
        problems.add(Problem.notShown(path, expected, description));
    }

    void refused(String sentence) {
        problems.add(Problem.refused(path, value, sentence));
    }

    /** Notes a problem unless this is an object. */
    boolean isObject(String expected) {
        if (value instanceof Map<?, ?>) {
            return true;
        }
        unexpected(expected);
        return false;
    }

    String text() {
        return text("");
    }

    String text(String otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value instanceof String text) {
            return text.isEmpty() ? otherwise : text;
        }
        unexpected("text");
        return otherwise;
    }

    String requiredText(String expected) {
        String text = text();
        if (value == null || "".equals(value)) {
            missing(expected);
        }
        return text;
    }

    boolean flag() {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value != null) {
            unexpected("true or false");
        }
        return false;
    }

    /** A whole number; {@code otherwise} when absent. */
    int whole(int otherwise, int lowest, int highest, String expected) {
        if (value == null) {
            return otherwise;
        }
        double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
        if (number != Math.rint(number) || number < lowest || number > highest) {
            unexpected(expected);
            return otherwise;
        }
        return (int) number;
    }

    double number(double otherwise) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value != null) {
            unexpected("a number");
        }
        return otherwise;
    }

    Duration duration(Duration otherwise) {
        String text = text();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!GoDuration.isParsable(text) || GoDuration.parse(text).isNegative()) {
            unexpected(DURATION);
            return otherwise;
        }
        return GoDuration.parse(text);
    }

    Duration requiredDuration(Duration otherwise) {
        if (value == null || "".equals(value)) {
            missing(DURATION);
            return otherwise;
        }
        return duration(otherwise);
    }

    /** A name out of a list of known ones; {@code named} decides what absence means. */
    <T> T choice(Function<String, Optional<T>> named, String names, T otherwise) {
        Object given = value == null ? "" : value;
        Optional<T> known = given instanceof String text ? named.apply(text) : Optional.empty();
        if (known.isEmpty()) {
            unexpected("one of " + names);
        }
        return known.orElse(otherwise);
    }

    List<Field> items() {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            unexpected("a list");
            return List.of();
        }
        if (list.size() > MOST_ENTRIES) {
            unexpected("a list of at most " + MOST_ENTRIES);
            return List.of();
        }
        List<Field> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(new Field(path + "[" + i + "]", list.get(i), problems));
        }
        return items;
    }

    List<String> texts() {
        return items().stream().map(item -> item.requiredText("text")).toList();
    }

    List<Map<String, Object>> trees() {
        return items().stream().map(Field::tree).toList();
    }

    Map<String, Object> tree() {
        if (value == null) {
            return Map.of();
        }
        return isObject("an object") ? JsonTree.frozen((Map<?, ?>) value) : Map.of();
    }

    Map<String, String> textMap() {
        if (value == null || !isObject("an object of texts")) {
            return Map.of();
        }
        Map<String, String> texts = new TreeMap<>();
        JsonTree.map(value).keySet().forEach(key -> texts.put(key, atKey(key).text()));
        return java.util.Collections.unmodifiableMap(texts);
    }
}
