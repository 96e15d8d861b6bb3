package dev.fairlead.notifier.channel.discord;

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
import static org.assertj.core.api.Assertions.assertThat;

class DiscordChannelIT extends ChannelContract {

    private final DiscordChannel discord = new DiscordChannel(webhook);

    @Override
    protected Channel channel() {
        return discord;
    }

    @Test
    void it_is_posted_in_the_shape_of_slack_to_the_endpoint_for_it() {
        service.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        discord.deliver("id", new Notice("shop.prod", "waits", Severity.WARN, List.of()),
                place(""));
        service.verify(1, postRequestedFor(urlEqualTo(PATH + "/slack"))
                .withRequestBody(equalToJson("""
                        {"channel": "releases", "username": "flagger", "icon_url": "",
                         "icon_emoji": ":rocket:",
                         "attachments": [{"color": "good", "author_name": "shop.prod",
                           "text": "waits", "mrkdwn_in": ["text"], "fields": []}]}
                        """, false, false)));
    }

    @Test
    void an_address_that_names_the_endpoint_is_kept_and_a_query_stays_behind_the_path() {
        assertThat(DiscordChannel.endpoint("https://discord.test/a/b/slack"))
                .isEqualTo("https://discord.test/a/b/slack");
        assertThat(DiscordChannel.endpoint("https://discord.test/a/b/?wait=true"))
                .isEqualTo("https://discord.test/a/b/slack?wait=true");
    }
}
