package dev.fairlead.notifier.channel.rocket;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.ChannelContract;
import dev.fairlead.notifier.notice.Notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

class RocketChannelIT extends ChannelContract {

    private final RocketChannel rocket = new RocketChannel(webhook);

    @Override
    protected Channel channel() {
        return rocket;
    }

    @Test
    void errors_are_red_and_all_else_is_blue() {
        service.stubFor(any(anyUrl()).willReturn(aResponse()));
        rocket.deliver("id", notice(Severity.ERROR), place(""));
        rocket.deliver("id", new Notice("shop.prod", "waits", Severity.WARN, List.of()),
                place(""));
        service.verify(1, postRequestedFor(urlEqualTo(PATH)).withRequestBody(equalToJson("""
                {"channel": "releases", "username": "flagger", "icon_url": "",
                 "icon_emoji": ":rocket:",
                 "attachments": [{"color": "#FF0000", "author_name": "shop.prod",
                   "text": "Failed checks threshold reached 2", "mrkdwn_in": ["text"],
                   "fields": [{"title": "Cluster", "value": "eu", "short": false}]}]}
                """, false, false)));
        service.verify(1, postRequestedFor(urlEqualTo(PATH)).withRequestBody(equalToJson("""
                {"channel": "releases", "username": "flagger", "icon_url": "",
                 "icon_emoji": ":rocket:",
                 "attachments": [{"color": "#0076D7", "author_name": "shop.prod",
                   "text": "waits", "mrkdwn_in": ["text"], "fields": []}]}
                """, false, false)));
    }
}
