package dev.fairlead.analyzer.exchange;

import java.net.http.HttpHeaders;
import java.time.Duration;

/** Reads {@code Retry-After} in whole seconds; a date or anything else counts as none. */
final class RetryAfter {

    private RetryAfter() {}

    static Duration of(HttpHeaders headers) {
        return headers.firstValue("retry-after")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
    }
}
