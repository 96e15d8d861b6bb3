package dev.fairlead.notifier.channel.discord;

import java.net.URI;

import dev.fairlead.notifier.channel.AttachmentMessage;
import dev.fairlead.notifier.channel.AttachmentMessage.Colours;
import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.Delivery;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.channel.Webhook;
import dev.fairlead.notifier.notice.Notice;

/** Posts to a Discord webhook, by its endpoint for messages in Slack's shape. */
public final class DiscordChannel implements Channel {

    private static final Colours COLOURS = new Colours("good", "danger");
    private static final String SLACK_ENDPOINT = "/slack";

    private final Webhook webhook;

    public DiscordChannel(Webhook webhook) {
        this.webhook = webhook;
    }

    @Override
    public String type() {
        return "discord";
    }

    @Override
    public Delivery deliver(String id, Notice notice, Place place) {
        if (!Webhook.isHttp(place.address())) {
            return Webhook.notHttp();
        }
        try {
            return webhook.post(id, place, endpoint(place.address()),
                    AttachmentMessage.of(notice, place, COLOURS));
        } catch (IllegalArgumentException noAddress) {
            return Webhook.notHttp();
        }
    }

    /** The path gets the ending, the query stays behind it. */
    static String endpoint(String address) {
        if (address.endsWith(SLACK_ENDPOINT)) {
            return address;
        }
        URI uri = URI.create(address);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String joined = path.endsWith("/")
                ? path.substring(0, path.length() - 1) + SLACK_ENDPOINT
                : path + SLACK_ENDPOINT;
        return uri.getScheme() + "://" + uri.getRawAuthority() + joined + query;
    }
}
