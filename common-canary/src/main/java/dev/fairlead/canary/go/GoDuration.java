package dev.fairlead.canary.go;

import java.time.Duration;
import java.util.Map;

/**
 * Durations in the notation of Go's {@code time.ParseDuration} and {@code Duration.String}: {@code 1m30s}, {@code
 * 500ms}, {@code 1.5h}. Range as in Go: ±2^63 nanoseconds, about 292 years.
 */
public final class GoDuration {

    /** Go's error for a text that is no duration; the message is Go's own. */
    public static final class Unparsable extends RuntimeException {
        Unparsable(String message) {
            super(message);
        }
    }

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long HIGHEST_UNSIGNED = Long.MIN_VALUE;
    private static final Map<String, Long> UNITS =
            Map.of("ns", 1L, "us", 1_000L, "µs", 1_000L, "μs", 1_000L, "ms",
                    1_000_000L, "s", NANOS_PER_SECOND, "m", 60 * NANOS_PER_SECOND, "h",
                    3600 * NANOS_PER_SECOND);

    private final String original;
    private int at;

    private GoDuration(String original) {
        this.original = original;
    }

    /** @throws Unparsable with Go's message, such as {@code time: unknown unit "min" in duration "1min"} */
    public static Duration parse(String text) {
        return Duration.ofNanos(new GoDuration(text).nanos());
    }

    /** Whether {@link #parse} would succeed. */
    public static boolean isParsable(String text) {
        try {
            parse(text);
            return true;
        } catch (Unparsable unparsable) {
            return false;
        }
    }

    private long nanos() {
        boolean negative = original.startsWith("-");
        at = negative || original.startsWith("+") ? 1 : 0;
        String rest = original.substring(at);
        if (rest.equals("0")) {
            return 0;
        }
        if (rest.isEmpty()) {
            throw invalid();
        }
        long sum = 0;
        while (at < original.length()) {
            sum += part();
            if (exceeds(sum, HIGHEST_UNSIGNED)) {
                throw invalid();
            }
        }
        if (negative) {
            return -sum;
        }
        if (sum < 0) {
            throw invalid();
        }
        return sum;
    }

    private long part() {
        int start = at;
        long whole = whole();
        boolean digitsBefore = at > start;
        double fraction = 0;
        double scale = 1;
        boolean digitsAfter = false;
        if (at < original.length() && original.charAt(at) == '.') {
            at++;
            int fractionStart = at;
            long digits = 0;
            boolean full = false;
            for (; at < original.length() && digit(original.charAt(at)); at++) {
                full = full || digits > (Long.MAX_VALUE - 9) / 10;
                if (!full) {
                    digits = digits * 10 + (original.charAt(at) - '0');
                    scale *= 10;
                }
            }
            digitsAfter = at > fractionStart;
            fraction = digits;
        }
        if (!digitsBefore && !digitsAfter) {
            throw invalid();
        }
        return scaled(whole, fraction, scale, unit());
    }

    private long whole() {
        long value = 0;
        for (; at < original.length() && digit(original.charAt(at)); at++) {
            if (exceeds(value, Long.divideUnsigned(HIGHEST_UNSIGNED, 10))) {
                throw invalid();
            }
            value = value * 10 + (original.charAt(at) - '0');
            if (exceeds(value, HIGHEST_UNSIGNED)) {
                throw invalid();
            }
        }
        return value;
    }

    private long unit() {
        int start = at;
        while (at < original.length() && original.charAt(at) != '.'
                && !digit(original.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw new Unparsable("time: missing unit in duration " + GoText.quote(original));
        }
        String name = original.substring(start, at);
        Long unit = UNITS.get(name);
        if (unit == null) {
            throw new Unparsable(
                    "time: unknown unit " + GoText.quote(name) + " in duration "
                            + GoText.quote(original));
        }
        return unit;
    }

    private long scaled(long whole, double fraction, double scale, long unit) {
        if (exceeds(whole, Long.divideUnsigned(HIGHEST_UNSIGNED, unit))) {
            throw invalid();
        }
        long value = whole * unit + (long) (fraction * (unit / scale));
        if (exceeds(value, HIGHEST_UNSIGNED)) {
            throw invalid();
        }
        return value;
    }

    private Unparsable invalid() {
        return new Unparsable("time: invalid duration " + GoText.quote(original));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean exceeds(long value, long limit) {
        return Long.compareUnsigned(value, limit) > 0;
    }

    /** The text that Go prints: {@code 1m30s}, {@code 1.515s}, {@code 500ms}, {@code 0s}. */
    public static String format(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos == 0) {
            return "0s";
        }
        String sign = nanos < 0 ? "-" : "";
        long size = Math.abs(nanos);
        if (size < NANOS_PER_SECOND) {
            return sign + belowOneSecond(size);
        }
        long seconds = size / NANOS_PER_SECOND;
        StringBuilder text = new StringBuilder(sign);
        if (seconds >= 3600) {
            text.append(seconds / 3600).append('h');
        }
        if (seconds >= 60) {
            text.append(seconds / 60 % 60).append('m');
        }
        return text.append(decimal(size % (60 * NANOS_PER_SECOND), 9)).append('s').toString();
    }

    private static String belowOneSecond(long nanos) {
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        return nanos < 1_000_000 ? decimal(nanos, 3) + "µs" : decimal(nanos, 6) + "ms";
    }

    private static String decimal(long value, int places) {
        return java.math.BigDecimal.valueOf(value, places).stripTrailingZeros().toPlainString();
    }
}
