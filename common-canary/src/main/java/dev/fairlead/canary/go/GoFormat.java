package dev.fairlead.canary.go;

import java.util.List;
import java.util.OptionalInt;

/**
 * Go's {@code fmt.Sprint}, {@code Sprintln} and {@code Sprintf} for the values that templates have: texts, {@code Long}
 * for int, {@code Double} for float64, truths, maps of texts, {@link GoNil}. Mistakes come out as Go prints them, such as
 * {@code %!d(string=a)}; floats in base 2 and 16 are not there.
 */
public final class GoFormat {

    /** Wider or more precise than this is a mistake, as in Go. */
    private static final int WIDEST = 1_000_000;

    private final String format;
    private final List<Object> values;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int next;
    private boolean reordered;
    private boolean goodIndex;

    private GoFormat(String format, List<Object> values) {
        this.format = format;
        this.values = values;
    }

    /** Values one after the other, with a blank between two that are both no texts. */
    public static String print(List<Object> values) {
        StringBuilder out = new StringBuilder();
        boolean textBefore = true;
        for (Object value : values) {
            boolean text = value instanceof String;
            out.append(!text && !textBefore ? " " : "").append(shown(value));
            textBefore = text;
        }
        return out.toString();
    }

    /** Values with blanks between, and a line end. */
    public static String println(List<Object> values) {
        return String.join(" ", values.stream().map(GoFormat::shown).toList()) + "\n";
    }

    /** Text with directives. */
    public static String printf(String format, List<Object> values) {
        return new GoFormat(format, values).run();
    }

    private static String shown(Object value) {
        return GoVerbs.print(value, Directive.plain('v'));
    }

    private String run() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            int end = percent < 0 ? format.length() : percent;
            out.append(format, at, end);
            at = end + 1;
            if (percent >= 0) {
                directive();
            }
        }
        if (!reordered && next < values.size()) {
            extra();
        }
        return out.toString();
    }

    private void extra() {
        List<String> left = values.subList(next, values.size())
                .stream()
                .map(value -> value == GoNil.NIL ? "<nil>"
                        : GoTypes.name(value) + "=" + shown(value))
                .toList();
        out.append("%!(EXTRA ").append(String.join(", ", left)).append(')');
    }

    private void directive() {
        goodIndex = true;
        Flags flags = new Flags();
        while (at < format.length() && flags.take(format.charAt(at))) {
            at++;
        }
        boolean afterIndex = index();
        flags.width = number(afterIndex, "%!(BADWIDTH)");
        if (flags.width.isPresent() && flags.width.getAsInt() < 0) {
            flags.width = OptionalInt.of(-flags.width.getAsInt());
            flags.minus = true;
            flags.zero = false;
        }
        boolean starred = at > 0 && at <= format.length() && format.charAt(at - 1) == '*';
        afterIndex = afterIndex && !starred && flags.width.isEmpty();
        if (at < format.length() && format.charAt(at) == '.') {
            at++;
            goodIndex = goodIndex && !afterIndex;
            afterIndex = index();
            flags.precision = precision(afterIndex);
        }
        if (!afterIndex) {
            index();
        }
        verb(flags);
    }

    private OptionalInt precision(boolean afterIndex) {
        boolean star = at < format.length() && format.charAt(at) == '*';
        OptionalInt precision = number(afterIndex, "%!(BADPREC)");
        if (star && precision.isPresent() && precision.getAsInt() < 0) {
            out.append("%!(BADPREC)");
            return OptionalInt.empty();
        }
        return star || precision.isPresent() ? precision : OptionalInt.of(0);
    }

    /** Digits, or a star that takes the next value. */
    private OptionalInt number(boolean afterIndex, String bad) {
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            Object value = next < values.size() ? values.get(next++) : GoNil.NIL;
            if (value instanceof Long given && Math.abs(given) <= WIDEST) {
                return OptionalInt.of(given.intValue());
            }
            out.append(bad);
            return OptionalInt.empty();
        }
        int start = at;
        long number = 0;
        while (at < format.length() && Character.digit(format.charAt(at), 10) >= 0) {
            number = Math.min(WIDEST + 1L, number * 10 + Character.digit(format.charAt(at++), 10));
        }
        if (start == at || number > WIDEST) {
            return OptionalInt.empty();
        }
        goodIndex = goodIndex && !afterIndex;
        return OptionalInt.of((int) number);
    }

    /** A number in brackets says which value comes next. */
    private boolean index() {
        if (at >= format.length() || format.charAt(at) != '[') {
            return false;
        }
        reordered = true;
        int close = format.indexOf(']', at);
        String inner = close < 0 ? "" : format.substring(at + 1, close);
        at = close < 0 ? at + 1 : close + 1;
        if (!inner.matches("[0-9]{1,7}") || Integer.parseInt(inner) < 1
                || Integer.parseInt(inner) > values.size()) {
            goodIndex = false;
            return close >= 0;
        }
        next = Integer.parseInt(inner) - 1;
        return true;
    }

    private void verb(Flags flags) {
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        if (verb == '%') {
            out.append('%');
        } else if (!goodIndex) {
            out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
        } else if (next >= values.size()) {
            out.append("%!").appendCodePoint(verb).append("(MISSING)");
        } else {
            out.append(GoVerbs.print(values.get(next++), flags.directive(verb)));
        }
    }

    private static final class Flags {
        private boolean sharp;
        private boolean plus;
        private boolean minus;
        private boolean space;
        private boolean zero;
        private OptionalInt width = OptionalInt.empty();
        private OptionalInt precision = OptionalInt.empty();

        private boolean take(char flag) {
            switch (flag) {
                case '#' -> sharp = true;
                case '+' -> plus = true;
                case '-' -> minus = true;
                case ' ' -> space = true;
                case '0' -> zero = true;
                default -> {
                    return false;
                }
            }
            return true;
        }

        /** With v, plus asks for the names of fields, and no value here has any. */
        private Directive directive(int verb) {
            return new Directive(sharp, plus && verb != 'v', minus, space, zero, width, precision,
                    verb);
        }
    }
}
