package dev.fairlead.canary.go;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One value under one directive. */
final class GoVerbs {

    private GoVerbs() {}

    static String print(Object value, Directive directive) {
        if (value == GoNil.NIL) {
            boolean plain = directive.verb() == 'v' || directive.verb() == 'T';
            return plain ? directive.pad("<nil>")
                    : "%!" + Character.toString(directive.verb()) + "(<nil>)";
        }
        if (directive.verb() == 'T') {
            return directive.pad(GoTypes.name(value));
        }
        return switch (value) {
            case Boolean truth -> directive.verb() == 't' || directive.verb() == 'v'
                    ? directive.pad(truth.toString())
                    : wrongVerb(value, directive);
            case Long number -> GoIntegers.print(number, directive);
            case Double number -> GoFloats.print(number, directive);
            case String text -> text(text, directive);
            case Map<?, ?> map -> map(map, directive);
            default -> throw new IllegalStateException("not a value of Go's: " + value.getClass());
        };
    }

    static String wrongVerb(Object value, Directive directive) {
        return "%!" + Character.toString(directive.verb()) + "(" + GoTypes.name(value) + "="
                + print(value, Directive.plain('v')) + ")";
    }

    private static String map(Map<?, ?> map, Directive directive) {
        boolean source = directive.sharp() && directive.verb() == 'v';
        return new TreeMap<>(map).entrySet()
                .stream()
                .map(entry -> print(entry.getKey(), directive) + ":"
                        + print(entry.getValue(), directive))
                .collect(Collectors.joining(source ? ", " : " ",
                        source ? "map[string]string{" : "map[",
                        source ? "}" : "]"));
    }

    private static String text(String text, Directive directive) {
        return switch (directive.verb()) {
            case 'v' -> directive.sharp() ? quoted(text, directive, false)
                    : directive.pad(cut(text, directive));
            case 's' -> directive.pad(cut(text, directive));
            case 'q' -> quoted(text, directive, directive.sharp());
            case 'x' -> hex(text, directive, false);
            case 'X' -> hex(text, directive, true);
            default -> wrongVerb(text, directive);
        };
    }

    private static String cut(String text, Directive directive) {
        OptionalInt precision = directive.precision();
        if (precision.isEmpty() || text.codePointCount(0, text.length()) <= precision.getAsInt()) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, precision.getAsInt()));
    }

    private static String quoted(String text, Directive directive, boolean raw) {
        String cut = cut(text, directive);
        boolean plain = cut.chars()
                .allMatch(c -> c != '`' && c != 0x7f && c != 0xfeff && (c >= ' ' || c == '\t'));
        if (raw && plain) {
            return directive.pad("`" + cut + "`");
        }
        boolean ascii = directive.plus() && directive.verb() == 'q';
        return directive.pad(ascii ? GoText.quoteAscii(cut) : GoText.quote(cut));
    }

    private static String hex(String text, Directive directive, boolean upper) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, directive.precision().orElse(bytes.length));
        String prefix = directive.sharp() ? "0x" : "";
        HexFormat form =
                directive.space() ? HexFormat.ofDelimiter(" ").withPrefix(prefix) : HexFormat.of();
        String digits = form.formatHex(bytes, 0, length);
        String all = directive.space() || length == 0 ? digits : prefix + digits;
        return directive.pad(upper ? all.toUpperCase(java.util.Locale.ROOT) : all);
    }
}
