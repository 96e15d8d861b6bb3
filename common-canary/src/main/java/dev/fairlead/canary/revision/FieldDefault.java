package dev.fairlead.canary.revision;

import java.util.List;
import java.util.Map;

/**
 * A field that means nothing when it has this value, since it would have it anyway.
 *
 * @param path
 *            keys from the root; {@code *} stands for each element of a list
 */
record FieldDefault(List<String> path, Object value) {

    static FieldDefault of(String path, Object value) {
        return new FieldDefault(List.of(path.split("\\.")), value);
    }

    /** Takes the field out of the tree wherever it has the default. */
    void removeFrom(Map<String, Object> tree) {
        removeFrom(tree, 0);
    }

    private void removeFrom(Object here, int depth) {
        String step = path.get(depth);
        if (step.equals("*")) {
            if (here instanceof List<?> list) {
                list.forEach(element -> removeFrom(element, depth + 1));
            }
            return;
        }
        if (!(here instanceof Map<?, ?> map) || !map.containsKey(step)) {
            return;
        }
        if (depth < path.size() - 1) {
            removeFrom(map.get(step), depth + 1);
        } else if (same(map.get(step))) {
            map.remove(step);
        }
    }

    private boolean same(Object found) {
        if (value instanceof Number expected && found instanceof Number number) {
            return expected.longValue() == number.longValue()
                    && number.doubleValue() == number.longValue();
        }
        return value.equals(found);
    }
}
