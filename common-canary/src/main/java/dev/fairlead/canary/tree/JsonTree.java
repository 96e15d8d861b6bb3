package dev.fairlead.canary.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Trees as JSON and YAML readers give them: maps with text keys, lists, text, numbers, booleans. Nulls mean absent and
 * are left out.
 */
public final class JsonTree {

    /** Deeper trees are refused; the API server's own limit for custom resources is far below. */
    public static final int DEEPEST = 100;

    private JsonTree() {}

    /**
     * An unmodifiable copy without nulls and with sorted keys.
     *
     * @throws IllegalArgumentException if the tree is deeper than {@value #DEEPEST} levels
     */
    public static Map<String, Object> frozen(@Nullable Map<?, ?> tree) {
        return tree == null ? Map.of() : frozenMap(tree, 0);
    }

    /** As {@link #frozen(Map)}, for lists; elements that are null are left out. */
    public static List<Object> frozen(@Nullable List<?> list) {
        return list == null ? List.of() : frozenList(list, 0);
    }

    /** A copy that may be changed, at every level; without nulls, in sorted order. */
    public static Map<String, Object> modifiable(Map<?, ?> tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        frozenMap(tree, 0).forEach((key, value) -> copy.put(key, modifiableValue(value)));
        return copy;
    }

    private static Object modifiableValue(Object value) {
        return switch (value) {
            case Map<?, ?> map -> modifiable(map);
            case List<?> list -> {
                List<Object> copies = new ArrayList<>(list.size());
                list.forEach(element -> copies.add(modifiableValue(element)));
                yield copies;
            }
            default -> value;
        };
    }

    /** The map below a path of keys; empty if any of them is absent or not a map. */
    public static Map<String, Object> mapAt(Map<String, Object> tree, String... path) {
        Map<String, Object> here = tree;
        for (String key : path) {
            here = map(here.get(key));
        }
        return here;
    }

    /** The value as a map; empty if it is none. Keys that are not text do not occur in JSON. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The value as a list of maps; elements that are no maps are left out. */
    public static List<Map<String, Object>> maps(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        return list.stream().filter(Map.class::isInstance).map(JsonTree::map).toList();
    }

    /** The value as text; empty if it is none. */
    public static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static Object frozenValue(Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "Expected a tree of at most " + DEEPEST + " levels, but got more");
        }
        return switch (value) {
            case Map<?, ?> map -> frozenMap(map, depth);
            case List<?> list -> frozenList(list, depth);
            default -> value;
        };
    }

    private static Map<String, Object> frozenMap(Map<?, ?> map, int depth) {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), frozenValue(value, depth + 1));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static List<Object> frozenList(List<?> list, int depth) {
        List<Object> copy = new ArrayList<>(list.size());
        for (Object value : list) {
            if (value != null) {
                copy.add(frozenValue(value, depth + 1));
            }
        }
        return Collections.unmodifiableList(copy);
    }
}
