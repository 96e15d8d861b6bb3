package dev.fairlead.notifier.channel.slack;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.ChannelContract;
import dev.fairlead.notifier.channel.Delivery;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.notice.Notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class SlackChannelIT extends ChannelContract {

    private final SlackChannel slack = new SlackChannel(webhook);

    @Override
    protected Channel channel() {
        return slack;
    }

    @Test
    void the_payload_is_the_one_flagger_posts() {
        answered(aResponse().withBody("ok"));
        service.verify(1, postRequestedFor(urlEqualTo(PATH)).withRequestBody(equalToJson("""
                {"channel": "releases", "username": "flagger", "icon_url": "",
                 "icon_emoji": ":rocket:",
                 "attachments": [{"color": "danger", "author_name": "shop.prod",
                   "text": "Failed checks threshold reached 2", "mrkdwn_in": ["text"],
                   "fields": [{"title": "Cluster", "value": "eu", "short": false}]}]}
                """, false, false))
                .withHeader("Content-Type", matching("application/json.*"))
                .withHeader("Authorization", equalTo("Bearer xoxb"))
                .withHeader("fairlead-order-id", equalTo("target/eu-1/prod/shop@7/0")));
    }

    @Test
    void a_warning_is_good_and_no_fields_are_an_empty_list() {
        service.stubFor(any(anyUrl()).willReturn(aResponse().withBody("ok")));
        slack.deliver("id", new Notice("shop.prod", "waits", Severity.WARN, List.of()), place(""));
        service.verify(1, postRequestedFor(urlEqualTo(PATH)).withoutHeader("Authorization")
                .withRequestBody(equalToJson("""
                        {"channel": "releases", "username": "flagger", "icon_url": "",
                         "icon_emoji": ":rocket:",
                         "attachments": [{"color": "good", "author_name": "shop.prod",
                           "text": "waits", "mrkdwn_in": ["text"], "fields": []}]}
                        """, false, false)));
    }

    @Test
    void two_hundred_with_ok_false_was_not_taken() {
        assertThat(answered(okJson("{\"ok\": false, \"error\": \"channel_not_found\"}")))
                .isEqualTo(new Delivery.Refused("not ok: channel_not_found"));
        assertThat(answered(okJson("{\"ok\":false,\"error\":\"ratelimited\"}")
                .withHeader("Retry-After", "2")))
                .isInstanceOf(Delivery.Busy.class);
        assertThat(answered(okJson("{\"ok\":true}"))).isEqualTo(new Delivery.Taken());
    }

    @Test
    void a_proxy_is_used_when_there_is_one() {
        service.stubFor(any(anyUrl()).willReturn(aResponse().withBody("ok")));
        var place = new Place("r", "u", "http://slack.invalid/hook", "", service.baseUrl());
        assertThat(slack.deliver("id", notice(Severity.INFO), place))
                .isEqualTo(new Delivery.Taken());
    }
}
