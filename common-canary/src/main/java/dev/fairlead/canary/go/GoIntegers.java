package dev.fairlead.canary.go;

import java.util.Locale;

/** Whole numbers under a directive. */
final class GoIntegers {

    private GoIntegers() {}

    static String print(long number, Directive directive) {
        return switch (directive.verb()) {
            case 'v', 'd' -> digits(number, 10, "", directive);
            case 'b' -> digits(number, 2, directive.sharp() ? "0b" : "", directive);
            case 'o' -> digits(number, 8, directive.sharp() ? "0" : "", directive);
            case 'O' -> digits(number, 8, "0o", directive);
            case 'x' -> digits(number, 16, directive.sharp() ? "0x" : "", directive);
            case 'X' -> digits(number, 16, directive.sharp() ? "0X" : "", directive);
            case 'c' -> directive.pad(Character.toString(rune(number)));
            case 'q' -> directive.pad(GoText.quoteRune(rune(number), directive.plus()));
            case 'U' -> unicode(number, directive);
            default -> GoVerbs.wrongVerb(number, directive);
        };
    }

    private static int rune(long number) {
        return number < 0 || number > Character.MAX_CODE_POINT ? 0xFFFD : (int) number;
    }

    private static String digits(long number, int base, String prefix, Directive directive) {
        if (directive.precision().orElse(-1) == 0 && number == 0) {
            return directive.pad("", false);
        }
        String sign = number < 0 ? "-" : directive.plus() ? "+" : directive.space() ? " " : "";
        String digits = Long.toString(number, base).replace("-", "");
        String cased = directive.verb() == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
        int wanted = directive.precision().orElse(0);
        if (directive.precision().isEmpty() && directive.zero() && !directive.minus()) {
            wanted = directive.width().orElse(0) - sign.length();
        }
        String filled = "0".repeat(Math.max(0, wanted - cased.length())) + cased;
        String full = prefix.equals("0") && filled.startsWith("0") ? filled : prefix + filled;
        return directive.pad(sign + full, false);
    }

    private static String unicode(long number, Directive directive) {
        int digits = Math.max(4, directive.precision().orElse(4));
        String code = Long.toHexString(number).toUpperCase(Locale.ROOT);
        String text = "U+" + "0".repeat(Math.max(0, digits - code.length())) + code;
        boolean shown = directive.sharp() && number >= ' ' && number <= Character.MAX_CODE_POINT;
        return directive.pad(shown ? text + " '" + Character.toString((int) number) + "'" : text,
                false);
    }
}
