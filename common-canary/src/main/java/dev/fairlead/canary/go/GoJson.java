package dev.fairlead.canary.go;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** JSON as Go's {@code encoding/json} writes it: sorted keys, no white space, safe inside HTML. */
public final class GoJson {

    private GoJson() {}

    /** A map of texts; {@code null} for none. */
    public static String of(@Nullable Map<String, String> texts) {
        if (texts == null) {
            return "null";
        }
        return new TreeMap<>(texts).entrySet()
                .stream()
                .map(entry -> of(entry.getKey()) + ":" + of(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A text in quotes. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(c -> append(out, (char) c));
        return out.append('"').toString();
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '<', '>', '&', '\u2028', '\u2029' -> out.append("\\u%04x".formatted((int) c));
            default -> out.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
    }
}
