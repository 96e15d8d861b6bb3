package dev.fairlead.analyzer.metrics.prometheus;

import java.util.Map;

/** The usual words for a status, which HTTP/2 no longer sends along. */
final class StatusText {

    private static final Map<Integer, String> TEXTS = Map.of(400, "Bad Request", 401,
            "Unauthorized", 403, "Forbidden", 404, "Not Found", 422, "Unprocessable Entity", 429,
            "Too Many Requests", 500, "Internal Server Error", 502, "Bad Gateway", 503,
            "Service Unavailable", 504, "Gateway Timeout");

    private StatusText() {}

    static String of(int status) {
        return TEXTS.getOrDefault(status, "Error");
    }
}
