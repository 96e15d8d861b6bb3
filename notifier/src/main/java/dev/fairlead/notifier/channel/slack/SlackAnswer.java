package dev.fairlead.notifier.channel.slack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.slack.api.webhook.WebhookResponse;

import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.Delivery;

/**
 * What Slack's answer means. A webhook answers {@code ok} as text; {@code chat.postMessage} answers
 * 200 with {@code "ok": false} when it did not take the message.
 */
final class SlackAnswer {

    private static final Pattern NOT_OK = Pattern.compile("\\{.*\"ok\"\\s*:\\s*false.*}",
            Pattern.DOTALL);
    private static final Pattern ERROR = Pattern.compile("\"error\"\\s*:\\s*\"([^\"]*)\"");
    private static final Set<String> PASSING = Set.of("ratelimited", "rate_limited",
            "internal_error", "fatal_error", "service_unavailable", "request_timeout");

    private SlackAnswer() {}

    static Delivery of(WebhookResponse response) {
        int code = response.getCode();
        String body = response.getBody() == null ? "" : response.getBody();
        if (code == 429) {
            return new Delivery.Busy("Status 429", retryAfter(response.getHeaders()));
        }
        if (code >= 500) {
            return new Delivery.Busy(status(code, body), Duration.ZERO);
        }
        if (code < 200 || code > 299) {
            return new Delivery.Refused(status(code, body));
        }
        if (!NOT_OK.matcher(body.strip()).matches()) {
            return new Delivery.Taken();
        }
        Matcher error = ERROR.matcher(body);
        String reason = error.find() ? error.group(1) : "without a reason";
        return PASSING.contains(reason)
                ? new Delivery.Busy("not ok: " + reason, retryAfter(response.getHeaders()))
                : new Delivery.Refused("not ok: " + reason);
    }

    private static String status(int code, String body) {
        String quote = body.strip();
        return "Status " + code + (quote.isEmpty()
                ? ""
                : ": " + quote.substring(0, Math.min(quote.length(), Channel.MAX_QUOTE)));
    }

    /** Whole seconds; a date or anything else counts as nothing asked for. */
    private static Duration retryAfter(Map<String, List<String>> headers) {
        return headers.entrySet()
                .stream()
                .filter(header -> header.getKey().equalsIgnoreCase("retry-after"))
                .flatMap(header -> header.getValue().stream())
                .filter(value -> value.matches("\\d{1,9}"))
                .findFirst()
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
    }
}
