package dev.fairlead.canary.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.fairlead.canary.go.GoFormat;
import dev.fairlead.canary.go.GoNil;
import dev.fairlead.canary.go.GoTypes;

/** The functions that every template has. */
final class BuiltIns {

    static final Set<String> NAMES =
            Set.of("and", "or", "not", "len", "index", "slice", "print", "printf", "println",
                    "html", "js", "urlquery", "call", "eq", "ne", "lt", "le", "gt", "ge");

    /** Arguments that a function cannot take. */
    static final class WrongArguments extends RuntimeException {

        private final String reason;

        WrongArguments(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private BuiltIns() {}

    static Object call(String name, List<Object> values) {
        Object result = switch (name) {
            case "not" -> !Truths.of(values.getFirst());
            case "len" -> length(values.getFirst());
            case "index" -> index(values);
            case "slice" -> slice(values);
            case "print" -> GoFormat.print(values);
            case "println" -> GoFormat.println(values);
            case "printf" -> printf(values);
            case "html" -> Escapes.html(text(values));
            case "js" -> Escapes.js(text(values));
            case "urlquery" -> Escapes.urlQuery(text(values));
            case "eq" -> Comparisons.equal(values);
            case "ne" -> !Comparisons.equal(values);
            case "lt" -> Comparisons.less(values.get(0), values.get(1));
            case "le" -> Comparisons.lessOrEqual(values.get(0), values.get(1));
            case "gt" -> !Comparisons.lessOrEqual(values.get(0), values.get(1));
            case "ge" -> !Comparisons.less(values.get(0), values.get(1));
            default -> throw new IllegalStateException("the evaluator let pass: " + name);
        };
        if (result instanceof String text && text.length() > Limits.LONGEST_TEXT) {
            throw failing("text longer than " + Limits.LONGEST_TEXT + " characters");
        }
        return result;
    }

    static Arity arity(String name) {
        return switch (name) {
            case "not", "len" -> Arity.exactly(1);
            case "ne", "lt", "le", "gt", "ge" -> Arity.exactly(2);
            case "and", "or", "eq", "index", "slice", "printf", "call" -> Arity.orMore(1);
            default -> Arity.orMore(0);
        };
    }

    static WrongArguments failing(String reason) {
        return new WrongArguments(reason);
    }

    /** Nothing is told as an action tells it. */
    private static String text(List<Object> values) {
        if (values.size() == 1 && values.getFirst() instanceof String only) {
            return only;
        }
        return GoFormat.print(
                values.stream().map(value -> value == GoNil.NIL ? "<no value>" : value).toList());
    }

    private static String printf(List<Object> values) {
        try {
            return GoFormat.printf(String.valueOf(values.getFirst()),
                    values.subList(1, values.size()));
        } catch (UnsupportedOperationException unsupported) {
            throw failing(String.valueOf(unsupported.getMessage()));
        }
    }

    private static long length(Object value) {
        return switch (value) {
            case String text -> bytes(text).length;
            case Map<?, ?> map -> map.size();
            case GoNil _ -> throw failing("reflect: call of reflect.Value.Type on zero Value");
            default -> throw failing("len of type " + GoTypes.name(value));
        };
    }

    private static Object index(List<Object> values) {
        Object here = values.getFirst();
        if (here == GoNil.NIL) {
            throw failing("index of untyped nil");
        }
        for (Object at : values.subList(1, values.size())) {
            here = switch (here) {
                case Map<?, ?> map -> entry(map, at);
                case String text -> (long) (bytes(text)[position(at, bytes(text).length)] & 0xff);
                default -> throw failing("can't index item of type " + GoTypes.name(here));
            };
        }
        return here;
    }

    private static Object entry(Map<?, ?> map, Object key) {
        if (!(key instanceof String)) {
            throw failing(key == GoNil.NIL
                    ? "value is nil; should be of type string"
                    : "value has type " + GoTypes.name(key) + "; should be string");
        }
        Object found = map.get(key);
        return found == null ? "" : found;
    }

    private static int position(Object at, int length) {
        if (!(at instanceof Long place)) {
            throw failing(at == GoNil.NIL
                    ? "cannot index slice/array with nil"
                    : "cannot index slice/array with type " + GoTypes.name(at));
        }
        if (place < 0 || place >= length) {
            throw failing("index out of range: " + place);
        }
        return place.intValue();
    }

    private static Object slice(List<Object> values) {
        if (!(values.getFirst() instanceof String text)) {
            throw failing(values.getFirst() == GoNil.NIL
                    ? "slice of untyped nil"
                    : "can't slice item of type " + GoTypes.name(values.getFirst()));
        }
        if (values.size() > 3) {
            throw failing(values.size() == 4
                    ? "cannot 3-index slice a string"
                    : "too many slice indexes: " + (values.size() - 1));
        }
        byte[] bytes = bytes(text);
        int from = values.size() > 1 ? bound(values.get(1), bytes.length) : 0;
        int to = values.size() > 2 ? bound(values.get(2), bytes.length) : bytes.length;
        if (from > to) {
            throw failing("invalid slice index: " + from + " > " + to);
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static int bound(Object at, int length) {
        if (!(at instanceof Long place)) {
            throw failing(at == GoNil.NIL
                    ? "cannot index slice/array with nil"
                    : "cannot index slice/array with type " + GoTypes.name(at));
        }
        if (place < 0 || place > length) {
            throw failing("index out of range: " + place);
        }
        return place.intValue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
