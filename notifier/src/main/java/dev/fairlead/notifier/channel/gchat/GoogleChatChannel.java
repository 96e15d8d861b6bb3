package dev.fairlead.notifier.channel.gchat;

import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.Delivery;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.channel.Webhook;
import dev.fairlead.notifier.notice.Notice;

/** Posts to a Google Chat incoming webhook. */
public final class GoogleChatChannel implements Channel {

    private final Webhook webhook;

    public GoogleChatChannel(Webhook webhook) {
        this.webhook = webhook;
    }

    @Override
    public String type() {
        return "gchat";
    }

    @Override
    public Delivery deliver(String id, Notice notice, Place place) {
        return webhook.post(id, place, place.address(), CardMessage.of(notice));
    }
}
