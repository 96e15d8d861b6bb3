package dev.fairlead.router.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A JSON object that does not change: every field of a resource, known or unknown. Changing a
 * field gives another object; the rest is shared.
 *
 * @param map
 *            maps, lists, strings, numbers, booleans; no nulls
 */
public record Fields(Map<String, Object> map) {

    public static final Fields EMPTY = new Fields(Map.of());

    /** Takes over any JSON object. Nulls are left out: to Kubernetes they say nothing. */
    public static Fields of(Map<?, ?> source) {
        return new Fields(objectOf(source));
    }

    public boolean isEmpty() {
        return map.isEmpty();
    }

    public boolean has(String... path) {
        return at(path).isPresent();
    }

    /** The value at a path of names, if there is one. */
    public Optional<Object> at(String... path) {
        Object value = map;
        for (String name : path) {
            if (!(value instanceof Map<?, ?> object) || !object.containsKey(name)) {
                return Optional.empty();
            }
            value = object.get(name);
        }
        return Optional.of(value);
    }

    /** The object at a path; empty when there is none. */
    public Fields fields(String... path) {
        return at(path).map(value -> value instanceof Map<?, ?> object ? viewOf(object) : EMPTY)
                .orElse(EMPTY);
    }

    /** The objects of the list at a path; empty when there is none. */
    public List<Fields> list(String... path) {
        return at(path).map(value -> value instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> viewOf((Map<?, ?>) item))
                        .toList()
                : List.<Fields>of()).orElse(List.of());
    }

    /** The texts of the list at a path; empty when there is none. */
    public List<String> texts(String... path) {
        return at(path).map(value -> value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.<String>of()).orElse(List.of());
    }

    /** The value at a path as text; empty when there is none. */
    public String text(String... path) {
        return at(path).map(String::valueOf).orElse("");
    }

    /** The number at a path, if there is one. */
    public Optional<Integer> number(String... path) {
        return at(path).filter(Number.class::isInstance).map(value -> ((Number) value).intValue());
    }

    public boolean flag(String... path) {
        return at(path).filter(Boolean.TRUE::equals).isPresent();
    }

    /** The names and values of an object of texts, such as labels. */
    public Map<String, String> textMap(String... path) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields(path).map().forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    /** The same with another value at a path; objects on the way are made when missing. */
    public Fields with(Object value, String... path) {
        Map<String, Object> changed = new LinkedHashMap<>(map);
        String name = path[0];
        changed.put(name, path.length == 1
                ? valueOf(value)
                : fields(name).with(value, Arrays.copyOfRange(path, 1, path.length)).map());
        return new Fields(Collections.unmodifiableMap(changed));
    }

    /** The same without the value at a path. */
    public Fields without(String... path) {
        if (!has(path)) {
            return this;
        }
        Map<String, Object> changed = new LinkedHashMap<>(map);
        String name = path[0];
        if (path.length == 1) {
            changed.remove(name);
        } else {
            changed.put(name,
                    fields(name).without(Arrays.copyOfRange(path, 1, path.length)).map());
        }
        return new Fields(Collections.unmodifiableMap(changed));
    }

    /** The same with the value at a path, or without it when the value is empty. */
    public Fields withUnlessEmpty(Object value, String... path) {
        boolean empty = value instanceof Fields fields && fields.isEmpty()
                || value instanceof Map<?, ?> object && object.isEmpty()
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof String text && text.isEmpty();
        return empty ? without(path) : with(value, path);
    }

    /** The same with the object at a path changed; nothing when there is none. */
    public Fields changing(UnaryOperator<Fields> change, String... path) {
        return at(path).orElse("") instanceof Map<?, ?>
                ? with(change.apply(fields(path)), path)
                : this;
    }

    /** The same with each object of the list at a path changed; nothing when there is none. */
    public Fields changingEach(UnaryOperator<Fields> change, String... path) {
        if (!(at(path).orElse("") instanceof List<?> list)) {
            return this;
        }
        List<Object> changed = new ArrayList<>();
        for (Object item : list) {
            changed.add(item instanceof Map<?, ?> object ? change.apply(viewOf(object)) : item);
        }
        return with(changed, path);
    }

    @SuppressWarnings("unchecked")
    private static Fields viewOf(Map<?, ?> object) {
        return new Fields((Map<String, Object>) object);
    }

    private static Map<String, Object> objectOf(Map<?, ?> source) {
        Map<String, Object> object = new LinkedHashMap<>();
        source.forEach((name, value) -> {
            if (value != null) {
                object.put(String.valueOf(name), valueOf(value));
            }
        });
        return Collections.unmodifiableMap(object);
    }

    /** One form for each value, so that equal JSON is equal here. */
    private static Object valueOf(Object value) {
        return switch (value) {
            case Fields fields -> fields.map();
            case Map<?, ?> object -> objectOf(object);
            case List<?> list -> list.stream().map(Fields::valueOf).toList();
            case Long number when number == number.intValue() -> number.intValue();
            case Double number -> BigDecimal.valueOf(number);
            case Float number -> BigDecimal.valueOf(number);
            case Object other -> other;
        };
    }
}
