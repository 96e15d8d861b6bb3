package dev.fairlead.notifier.channel.slack;

import java.io.IOException;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;

import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.Delivery;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.channel.Webhook;
import dev.fairlead.notifier.notice.Notice;

/** Posts to a Slack incoming webhook, or with a token to {@code chat.postMessage}. */
public final class SlackChannel implements Channel {

    private final SlackConfig config = new SlackConfig();
    private final Webhook webhook;

    public SlackChannel(Webhook webhook) {
        this.webhook = webhook;
        config.setHttpClientCallTimeoutMillis(ATTEMPT_MS);
        config.setStatsEnabled(false);
    }

    @Override
    public String type() {
        return "slack";
    }

    @Override
    public Delivery deliver(String id, Notice notice, Place place) {
        if (!Webhook.isHttp(place.address())) {
            return Webhook.notHttp();
        }
        try {
            var slack = Slack.getInstance(config, new SlackHttpClient(webhook.client(id, place)));
            return SlackAnswer.of(slack.send(place.address(), SlackPayload.of(notice, place)))
                    .without(place);
        } catch (IOException | IllegalArgumentException e) {
            return Webhook.broken(e, place);
        }
    }
}
