package dev.fairlead.events;

import java.util.Map;

/**
 * A part of a resource that is passed through as it came, unknown fields included.
 *
 * @param fields
 *            a JSON object: maps, lists, strings, numbers, booleans
 */
public record Tree(Map<String, Object> fields) {

    public static final Tree EMPTY = new Tree(Map.of());

    public boolean isEmpty() {
        return fields.isEmpty();
    }
}
