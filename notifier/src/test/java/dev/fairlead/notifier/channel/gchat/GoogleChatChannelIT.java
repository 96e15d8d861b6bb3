package dev.fairlead.notifier.channel.gchat;

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

class GoogleChatChannelIT extends ChannelContract {

    private final GoogleChatChannel chat = new GoogleChatChannel(webhook);

    @Override
    protected Channel channel() {
        return chat;
    }

    @Test
    void a_card_has_the_message_and_a_section_for_each_field() {
        service.stubFor(any(anyUrl()).willReturn(aResponse()));
        chat.deliver("id", notice(Severity.ERROR), place(""));
        chat.deliver("id", new Notice("shop.prod", "waits", Severity.WARN, List.of()), place(""));
        service.verify(1, postRequestedFor(urlEqualTo(PATH))
                .withRequestBody(equalToJson(card("""
                        {"widgets": [{"textParagraph": {"text":
                          "<font color=#848484><strong>Failed checks threshold reached 2</strong></font>"}}]},
                        {"widgets": [{"textParagraph": {"text":
                          "Cluster<br><font color=#848484><strong>eu</strong></font>"}}]}
                        """), false, false)));
        service.verify(1, postRequestedFor(urlEqualTo(PATH))
                .withRequestBody(equalToJson(card("""
                        {"widgets": [{"textParagraph": {"text":
                          "<font color=#848484><strong>waits</strong></font>"}}]}
                        """), false, false)));
    }

    private static String card(String sections) {
        return """
                {"cards": [{"header": {"title": "Flagger", "subtitle": "shop.prod",
                   "imageUrl": "https://flagger.app/favicon.png"}, "sections": [%s]}]}
                """.formatted(sections);
    }
}
