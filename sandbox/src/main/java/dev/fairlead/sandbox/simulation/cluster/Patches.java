package dev.fairlead.sandbox.simulation.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.fairlead.router.plan.Fields;

/** Applies patches after RFC 6902: add, remove, replace and test. */
final class Patches {

    private Patches() {}

    /**
     * @throws TestFailed
     *             when a test fails or a path leads nowhere
     */
    static Fields apply(Fields object, List<Map<String, Object>> operations) {
        Map<String, Object> changed = new LinkedHashMap<>(object.map());
        for (Map<String, Object> operation : operations) {
            String[] path = String.valueOf(operation.get("path")).substring(1).split("/", -1);
            for (int i = 0; i < path.length; i++) {
                path[i] = path[i].replace("~1", "/").replace("~0", "~");
            }
            one(changed, path, 0, operation);
        }
        return Fields.of(changed);
    }

    @SuppressWarnings("unchecked")
    private static void one(Object parent, String[] path, int depth,
            Map<String, Object> operation) {
        String name = path[depth];
        if (depth == path.length - 1) {
            change(parent, name, operation);
            return;
        }
        if (parent instanceof Map<?, ?> map) {
            Object there = map.get(name);
            if (there == null) {
                throw new TestFailed();
            }
            Object copy = copied(there);
            ((Map<String, Object>) map).put(name, copy);
            one(copy, path, depth + 1, operation);
        } else if (parent instanceof List<?> list) {
            int index = Integer.parseInt(name);
            Object copy = copied(list.get(index));
            ((List<Object>) list).set(index, copy);
            one(copy, path, depth + 1, operation);
        } else {
            throw new TestFailed();
        }
    }

    @SuppressWarnings("unchecked")
    private static void change(Object parent, String name, Map<String, Object> operation) {
        Object value = operation.getOrDefault("value", "");
        boolean test = "test".equals(operation.get("op"));
        if (parent instanceof List<?> list) {
            ((List<Object>) list).set(Integer.parseInt(name), value);
            return;
        }
        Map<String, Object> map = (Map<String, Object>) parent;
        if (test && !value.equals(map.get(name))) {
            throw new TestFailed();
        }
        if ("remove".equals(operation.get("op"))) {
            map.remove(name);
        } else if (!test) {
            map.put(name, value);
        }
    }

    private static Object copied(Object value) {
        return switch (value) {
            case Map<?, ?> map -> new LinkedHashMap<>(map);
            case List<?> list -> new ArrayList<>(list);
            default -> throw new TestFailed(); // any JSON that is no container
        };
    }

    /** A test of a patch failed. */
    static final class TestFailed extends RuntimeException {

        private static final long serialVersionUID = 1;

        TestFailed() {
            super("a test failed", null, false, false);
        }
    }
}
