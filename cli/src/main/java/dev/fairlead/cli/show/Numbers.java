package dev.fairlead.cli.show;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimals as people read them. */
final class Numbers {

    private static final int DIGITS = 4;
    private static final int PLACES = 2;

    private Numbers() {}

    /** Two places, or four digits below one; what is no number stays as it is. */
    static String shortened(String decimal) {
        try {
            BigDecimal exact = new BigDecimal(decimal);
            BigDecimal rounded = exact.abs().compareTo(BigDecimal.ONE) < 0
                    ? exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                    : exact.setScale(Math.min(PLACES, Math.max(0, exact.scale())),
                            RoundingMode.HALF_UP);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException _) {
            return decimal;
        }
    }
}
