package dev.fairlead.canary.template;

import java.util.List;
import java.util.Map;

import dev.fairlead.canary.go.GoFormat;
import dev.fairlead.canary.go.GoNil;
import dev.fairlead.canary.go.GoTypes;

/** Go's comparison of values whose types are known only now. */
final class Comparisons {

    private Comparisons() {}

    /** Whether the first equals any of the others. */
    static boolean equal(List<Object> values) {
        if (values.size() < 2) {
            throw BuiltIns.failing("missing argument for comparison");
        }
        return values.subList(1, values.size())
                .stream()
                .anyMatch(other -> same(values.getFirst(), other));
    }

    private static boolean same(Object one, Object other) {
        if (one == GoNil.NIL || other == GoNil.NIL) {
            return one == other;
        }
        if (one instanceof Map && other instanceof Map) {
            throw BuiltIns.failing("non-comparable type " + GoFormat.print(List.of(one)) + ": "
                    + GoTypes.name(one));
        }
        if (one.getClass() != other.getClass() && !(one instanceof Map && other instanceof Map)) {
            throw incompatible(one, other);
        }
        return one instanceof Double a && other instanceof Double b
                ? a.doubleValue() == b.doubleValue()
                : one.equals(other);
    }

    static boolean less(Object one, Object other) {
        boolean comparable = basic(one) && basic(other);
        if (!comparable) {
            throw BuiltIns.failing("invalid type for comparison");
        }
        if (one.getClass() != other.getClass()) {
            throw incompatible(one, other);
        }
        return switch (one) {
            case Long a when other instanceof Long b -> a < b;
            case Double a when other instanceof Double b -> a < b;
            case String a when other instanceof String b -> a.compareTo(b) < 0;
            default -> throw BuiltIns.failing("invalid type for comparison");
        };
    }

    static boolean lessOrEqual(Object one, Object other) {
        return less(one, other) || same(one, other);
    }

    private static BuiltIns.WrongArguments incompatible(Object one, Object other) {
        return BuiltIns.failing("incompatible types for comparison: " + GoTypes.name(one) + " and "
                + GoTypes.name(other));
    }

    private static boolean basic(Object value) {
        return !(value instanceof Map) && value != GoNil.NIL;
    }
}
