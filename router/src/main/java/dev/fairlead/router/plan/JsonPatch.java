package dev.fairlead.router.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The operations that make one object of another, after RFC 6902. Only what differs is touched,
 * so what others write elsewhere in the object stays theirs.
 */
public final class JsonPatch {

    private final List<Map<String, Object>> operations = new ArrayList<>();

    private JsonPatch() {}

    /**
     * The operations, headed by a test that the object is still the version that was read.
     *
     * @return empty when both are equal
     */
    public static List<Map<String, Object>> between(Fields from, Fields to) {
        JsonPatch patch = new JsonPatch();
        patch.objects("", from.map(), to.map());
        if (patch.operations.isEmpty()) {
            return List.of();
        }
        patch.operations.addFirst(Map.of("op", "test", "path", "/metadata/resourceVersion",
                "value", Meta.resourceVersion(from)));
        return List.copyOf(patch.operations);
    }

    private void objects(String path, Map<?, ?> from, Map<?, ?> to) {
        from.keySet()
                .stream()
                .filter(name -> !to.containsKey(name))
                .forEach(name -> operations.add(Map.of("op", "remove", "path", at(path, name))));
        to.forEach((name, value) -> {
            if (from.containsKey(name)) {
                values(at(path, name), from.get(name), value);
            } else {
                operations.add(Map.of("op", "add", "path", at(path, name), "value", value));
            }
        });
    }

    private void values(String path, Object from, Object to) {
        if (from instanceof Map<?, ?> before && to instanceof Map<?, ?> after) {
            objects(path, before, after);
        } else if (from instanceof List<?> before && to instanceof List<?> after
                && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                values(path + "/" + i, before.get(i), after.get(i));
            }
        } else if (!from.equals(to)) {
            operations.add(Map.of("op", "replace", "path", path, "value", to));
        }
    }

    private static String at(String path, Object name) {
        return path + "/" + name.toString().replace("~", "~0").replace("/", "~1");
    }
}
