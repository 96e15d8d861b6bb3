package dev.fairlead.canary.tree;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text per tree: keys sorted, no white space, numbers without exponent or trailing zeros, only the escapes that JSON
 * demands. Two trees that mean the same JSON give the same text, whichever reader made them.
 */
public final class CanonicalJson {

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for values that JSON does not know, such as dates */
    public static String of(Object tree) {
        CanonicalJson json = new CanonicalJson();
        json.write(tree);
        return json.out.toString();
    }

    private void write(Object value) {
        switch (value) {
            case Map<?, ?> map -> writeMap(map);
            case List<?> list -> writeList(list);
            case String text -> writeText(text);
            case Boolean truth -> out.append(truth);
            case Number number -> out.append(plain(number));
            default -> throw new IllegalArgumentException(
                    "Expected a JSON value, but got a " + value.getClass().getName());
        }
    }

    private void writeMap(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                sorted.put(String.valueOf(key), value);
            }
        });
        out.append('{');
        for (Iterator<Map.Entry<String, Object>> rest = sorted.entrySet().iterator(); rest
                .hasNext();) {
            Map.Entry<String, Object> entry = rest.next();
            writeText(entry.getKey());
            out.append(':');
            write(entry.getValue());
            out.append(rest.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private void writeList(List<?> list) {
        out.append('[');
        for (Iterator<?> rest = list.iterator(); rest.hasNext();) {
            write(rest.next());
            out.append(rest.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private void writeText(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static String plain(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
