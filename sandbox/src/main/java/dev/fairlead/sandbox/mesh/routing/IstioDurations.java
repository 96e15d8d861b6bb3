package dev.fairlead.sandbox.mesh.routing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as Istio writes them: {@code 10s}, {@code 1.5s}, {@code 250ms}, {@code 1m30s}. */
final class IstioDurations {

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(h|ms|m|s|us|ns)");
    private static final Map<String, Long> NANOS = Map.of("h", 3_600_000_000_000L, "m",
            60_000_000_000L, "s", 1_000_000_000L, "ms", 1_000_000L, "us", 1_000L, "ns", 1L);

    private IstioDurations() {}

    /** Zero for an empty text. */
    static Duration read(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.lookingAt()) {
            long unit = NANOS.getOrDefault(part.group(2), 1L);
            sum = sum.plusNanos(
                    new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)).longValue());
            end = part.end();
            part.region(end, text.length());
        }
        if (end != text.length()) {
            throw new IllegalArgumentException(
                    "Expected a duration such as 10s or 250ms, but got '" + text + "'");
        }
        return sum;
    }
}
