package dev.fairlead.canary.go;

/** Text in the notation of Go's {@code strconv.Quote}. */
public final class GoText {

    private GoText() {}

    /** The text in double quotes, with Go's escapes for whatever cannot be printed. */
    public static String quote(String text) {
        return quoted(text, '"', false);
    }

    /** As {@link #quote}, with everything outside ASCII escaped, as {@code %+q} does. */
    public static String quoteAscii(String text) {
        return quoted(text, '"', true);
    }

    /** One code point in single quotes, as {@code %q} prints a number. */
    public static String quoteRune(int rune, boolean ascii) {
        int shown = Character.isValidCodePoint(rune) && !surrogate(rune) ? rune : 0xFFFD;
        return quoted(Character.toString(shown), '\'', ascii);
    }

    private static String quoted(String text, char quote, boolean ascii) {
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(rune -> append(out, rune, quote, ascii));
        return out.append(quote).toString();
    }

    private static void append(StringBuilder out, int rune, char quote, boolean ascii) {
        if (rune == quote || rune == '\\') {
            out.append('\\').append((char) rune);
            return;
        }
        if (rune < 0x80 ? rune >= 0x20 && rune != 0x7f : !ascii && printable(rune)) {
            out.appendCodePoint(rune);
            return;
        }
        switch (rune) {
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0x0b -> out.append("\\v");
            default -> out.append(escaped(rune));
        }
    }

    private static String escaped(int rune) {
        if (rune < 0x80) {
            return "\\x%02x".formatted(rune);
        }
        return rune < 0x10000 ? "\\u%04x".formatted(rune) : "\\U%08x".formatted(rune);
    }

    private static boolean printable(int rune) {
        return switch (Character.getType(rune)) {
            case Character.UNASSIGNED, Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static boolean surrogate(int rune) {
        return rune >= Character.MIN_SURROGATE && rune <= Character.MAX_SURROGATE;
    }
}
