package dev.fairlead.notifier.channel.teams;

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
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class TeamsChannelIT extends ChannelContract {

    private final TeamsChannel teams = new TeamsChannel(webhook);

    @Override
    protected Channel channel() {
        return teams;
    }

    @Test
    void an_older_connector_gets_a_message_card() {
        service.stubFor(any(anyUrl()).willReturn(aResponse()));
        teams.deliver("id", notice(Severity.ERROR), place(""));
        teams.deliver("id", new Notice("shop.prod", "waits", Severity.WARN, List.of()), place(""));
        service.verify(1, postRequestedFor(urlEqualTo(PATH)).withRequestBody(equalToJson("""
                {"@type": "MessageCard", "@context": "http://schema.org/extensions",
                 "themeColor": "FF0000", "summary": "shop.prod",
                 "sections": [{"activityTitle": "Failed checks threshold reached 2",
                   "activitySubtitle": "shop.prod",
                   "facts": [{"name": "Cluster", "value": "eu"}]}]}
                """, false, false)));
        service.verify(1, postRequestedFor(urlEqualTo(PATH)).withRequestBody(equalToJson("""
                {"@type": "MessageCard", "@context": "http://schema.org/extensions",
                 "themeColor": "0076D7", "summary": "shop.prod",
                 "sections": [{"activityTitle": "waits", "activitySubtitle": "shop.prod",
                   "facts": []}]}
                """, false, false)));
    }

    @Test
    void workflows_get_an_adaptive_card_and_their_202_is_taken() {
        service.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202)));
        var place = new Place("", "", "http://prod-1.westeurope.logic.azure.com/flow?sig=secret",
                "", service.baseUrl());
        assertThat(teams.deliver("id", notice(Severity.ERROR), place))
                .isEqualTo(new Delivery.Taken());
        service.verify(1, postRequestedFor(urlEqualTo("/flow?sig=secret"))
                .withRequestBody(equalToJson("""
                        {"type": "message", "attachments": [
                          {"contentType": "application/vnd.microsoft.card.adaptive", "content":
                            {"$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                             "type": "AdaptiveCard", "version": "1.4",
                             "msteams": {"width": "Full"}, "body": [
                               {"type": "Container", "items": [
                                 {"type": "TextBlock", "text": "shop.prod", "weight": "bolder",
                                  "color": "default", "wrap": true},
                                 {"type": "TextBlock", "text": "Failed checks threshold reached 2",
                                  "weight": "default", "color": "attention", "wrap": true}]},
                               {"type": "FactSet", "facts": [
                                 {"title": "Cluster", "value": "eu"}]}]}}]}
                        """, false, false)));
    }

    @Test
    void only_hosts_of_power_automate_are_workflows() {
        assertThat(TeamsChannel.isWorkflow(
                "https://default1.environment.api.powerplatform.com:443/powerautomate/x?sig=y"))
                .isTrue();
        assertThat(TeamsChannel.isWorkflow("https://acme.webhook.office.com/webhookb2/x"))
                .isFalse();
        assertThat(TeamsChannel.isWorkflow("https://relay.acme.test/logic.azure.com")).isFalse();
    }
}
