package dev.fairlead.sandbox.mesh.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a JSON object as it came from the API server; what is missing or of another type is empty. */
record Fields(Map<String, Object> tree) {

    static Fields of(Object value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> {
                if (child != null) {
                    tree.put(String.valueOf(key), child);
                }
            });
        }
        return new Fields(tree);
    }

    boolean has(String key) {
        return tree.containsKey(key);
    }

    Fields child(String key) {
        return of(tree.getOrDefault(key, Map.of()));
    }

    List<Fields> children(String key) {
        return list(key).stream().map(Fields::of).toList();
    }

    String text(String key) {
        return String.valueOf(tree.getOrDefault(key, ""));
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    Map<String, String> textsByKey(String key) {
        return child(key).tree()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> String.valueOf(e.getValue())));
    }

    int integer(String key, int otherwise) {
        return tree.get(key) instanceof Number number ? number.intValue() : otherwise;
    }

    double decimal(String key, double otherwise) {
        return tree.get(key) instanceof Number number ? number.doubleValue() : otherwise;
    }

    boolean truth(String key) {
        return Boolean.TRUE.equals(tree.get(key));
    }

    private List<?> list(String key) {
        return tree.get(key) instanceof List<?> list ? list : List.of();
    }
}
