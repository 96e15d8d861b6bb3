package dev.fairlead.canary.go;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalInt;

/** Floating point numbers under a directive. */
final class GoFloats {

    private static final int USUAL_PRECISION = 6;
    private static final int LOWEST_PLAIN_EXPONENT = -4;

    private GoFloats() {}

    static String print(double number, Directive directive) {
        OptionalInt precision = directive.precision();
        int places = precision.orElse(USUAL_PRECISION);
        return switch (directive.verb()) {
            case 'v', 'g' -> signed(general(number, precision), directive);
            case 'G' -> signed(general(number, precision).replace('e', 'E'), directive);
            case 'f', 'F' -> signed(GoNumber.fixed(number, places), directive);
            case 'e' -> signed(scientific(number, places), directive);
            case 'E' -> signed(scientific(number, places).replace('e', 'E'), directive);
            case 'b', 'x', 'X' -> throw new UnsupportedOperationException(
                    "printf of a number with a fraction in base 2 or 16 is not supported");
            default -> GoVerbs.wrongVerb(number, directive);
        };
    }

    /** Zeros go between sign and digits; infinity and NaN get none. */
    private static String signed(String text, Directive directive) {
        boolean finite = !text.endsWith("Inf") && !text.equals("NaN");
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        String positive = directive.plus() || text.startsWith("+") && !directive.space() ? "+"
                : directive.space() ? " " : "";
        String sign = negative ? "-" : positive;
        int missing = directive.width().orElse(0) - sign.length() - digits.length();
        if (finite && directive.zero() && !directive.minus() && missing > 0) {
            return sign + "0".repeat(missing) + digits;
        }
        return directive.pad(sign + digits, false);
    }

    private static String scientific(double number, int places) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return GoNumber.shortest(number);
        }
        if (number == 0) {
            return written(BigDecimal.ZERO, 0, places, 1 / number < 0);
        }
        BigDecimal rounded = new BigDecimal(Math.abs(number))
                .round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
        return written(rounded, rounded.precision() - rounded.scale() - 1, places, number < 0);
    }

    private static String written(BigDecimal size, int exponent, int places, boolean negative) {
        String mantissa = size.movePointLeft(exponent)
                .setScale(places, RoundingMode.HALF_EVEN)
                .toPlainString();
        return (negative ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+")
                + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    }

    /** The fewest digits, or so many significant ones without trailing zeros. */
    private static String general(double number, OptionalInt precision) {
        if (precision.isEmpty() || number == 0 || Double.isNaN(number)
                || Double.isInfinite(number)) {
            return GoNumber.shortest(number);
        }
        int wanted = Math.max(1, precision.getAsInt());
        BigDecimal rounded = new BigDecimal(Math.abs(number))
                .round(new MathContext(wanted, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        boolean whole = wanted > rounded.precision() && rounded.precision() >= exponent + 1;
        int limit = whole ? rounded.precision() : wanted;
        if (exponent < LOWEST_PLAIN_EXPONENT || exponent >= limit) {
            return written(rounded, exponent, rounded.precision() - 1, number < 0);
        }
        return (number < 0 ? "-" : "") + rounded.toPlainString();
    }
}
