package dev.fairlead.notifier.channel;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the status of a webhook's answer means, for every chat service. */
public final class WebhookAnswer {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private WebhookAnswer() {}

    /**
     * Taken is 200 to 299; 429 and 500 and above may pass; all else is final.
     *
     * @param headers
     *            for {@code Retry-After}, which counts in whole seconds; a date counts as nothing
     */
    public static Delivery of(int code, String body, Map<String, List<String>> headers) {
        if (code == TOO_MANY_REQUESTS) {
            return new Delivery.Busy("Status 429", retryAfter(headers));
        }
        if (code >= FIRST_SERVER_ERROR) {
            return new Delivery.Busy(status(code, body), retryAfter(headers));
        }
        return code < 200 || code > 299
                ? new Delivery.Refused(status(code, body))
                : new Delivery.Taken();
    }

    /** Zero when it asks for nothing. */
    public static Duration retryAfter(Map<String, List<String>> headers) {
        return headers.entrySet()
                .stream()
                .filter(header -> header.getKey().equalsIgnoreCase("retry-after"))
                .flatMap(header -> header.getValue().stream())
                .filter(value -> value.matches("\\d{1,9}"))
                .findFirst()
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
    }

    private static String status(int code, String body) {
        String quote = body.strip();
        return "Status " + code + (quote.isEmpty()
                ? ""
                : ": " + quote.substring(0, Math.min(quote.length(), Channel.MAX_QUOTE)));
    }
}
