package dev.fairlead.canary.go;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Floating point numbers as Go's {@code fmt} prints them. */
public final class GoNumber {

    private static final int LOWEST_PLAIN_EXPONENT = -4;
    private static final int FIRST_SCIENTIFIC_EXPONENT = 6;

    private GoNumber() {}

    /** {@code %v}: the fewest digits that give the same number back: {@code 99}, {@code 0.5}, {@code 1e+06}. */
    public static String shortest(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return special(value);
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = digits(value);
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent < LOWEST_PLAIN_EXPONENT || exponent >= FIRST_SCIENTIFIC_EXPONENT) {
            return scientific(digits, exponent);
        }
        return digits.toPlainString();
    }

    /**
     * {@code %.Nf}: exactly {@code places} digits after the point, of the number as it is stored.
     *
     * @param places 0 or more
     */
    public static String fixed(double value, int places) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return special(value);
        }
        String text = new BigDecimal(Math.abs(value)).setScale(places, RoundingMode.HALF_EVEN)
                .toPlainString();
        return value < 0 || 1 / value < 0 ? "-" + text : text;
    }

    /** Java writes the smallest number as 4.9E-324, with a digit more than it takes. */
    private static BigDecimal digits(double value) {
        if (Math.abs(value) == Double.MIN_VALUE) {
            return new BigDecimal(value < 0 ? "-5E-324" : "5E-324");
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros();
    }

    private static String special(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return value > 0 ? "+Inf" : "-Inf";
    }

    private static String scientific(BigDecimal digits, int exponent) {
        String all = digits.unscaledValue().abs().toString();
        String tail = all.length() > 1 ? "." + all.substring(1) : "";
        String sign = digits.signum() < 0 ? "-" : "";
        String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent)
                : String.valueOf(Math.abs(exponent));
        return sign + all.charAt(0) + tail + "e" + (exponent < 0 ? "-" : "+") + power;
    }
}
