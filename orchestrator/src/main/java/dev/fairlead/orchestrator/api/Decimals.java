package dev.fairlead.orchestrator.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them. */
final class Decimals {

    /** So many digits say what is needed. */
    private static final int DIGITS = 4;
    /** Whole numbers up to this are shown in full. */
    private static final int PLACES = 2;

    private Decimals() {}

    /** At most two places, or four digits when that is more; what is no number stays as it is. */
    static String shortened(String decimal) {
        try {
            BigDecimal exact = new BigDecimal(decimal);
            BigDecimal rounded = exact.abs().compareTo(BigDecimal.ONE) < 0
                    ? exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                    : exact.setScale(Math.min(PLACES, Math.max(0, exact.scale())),
                            RoundingMode.HALF_UP);
            return rounded.signum() == 0
                    ? "0"
                    : rounded.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException _) {
            return decimal;
        }
    }
}
