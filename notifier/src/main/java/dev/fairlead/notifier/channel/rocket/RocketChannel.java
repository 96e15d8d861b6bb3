package dev.fairlead.notifier.channel.rocket;

import dev.fairlead.notifier.channel.AttachmentMessage;
import dev.fairlead.notifier.channel.AttachmentMessage.Colours;
import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.Delivery;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.channel.Webhook;
import dev.fairlead.notifier.notice.Notice;

/** Posts to a Rocket.Chat incoming webhook. */
public final class RocketChannel implements Channel {

    private static final Colours COLOURS = new Colours("#0076D7", "#FF0000");

    private final Webhook webhook;

    public RocketChannel(Webhook webhook) {
        this.webhook = webhook;
    }

    @Override
    public String type() {
        return "rocket";
    }

    @Override
    public Delivery deliver(String id, Notice notice, Place place) {
        return webhook.post(id, place, place.address(),
                AttachmentMessage.of(notice, place, COLOURS));
    }
}
