package dev.fairlead.notifier.channel.slack;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.slack.api.webhook.WebhookResponse;

import dev.fairlead.notifier.channel.Delivery;
import dev.fairlead.notifier.channel.WebhookAnswer;

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
        String body = response.getBody() == null ? "" : response.getBody();
        Delivery byStatus = WebhookAnswer.of(response.getCode(), body, response.getHeaders());
        if (!(byStatus instanceof Delivery.Taken) || !NOT_OK.matcher(body.strip()).matches()) {
            return byStatus;
        }
        Matcher error = ERROR.matcher(body);
        String reason = error.find() ? error.group(1) : "without a reason";
        return PASSING.contains(reason)
                ? new Delivery.Busy("not ok: " + reason,
                        WebhookAnswer.retryAfter(response.getHeaders()))
                : new Delivery.Refused("not ok: " + reason);
    }
}
