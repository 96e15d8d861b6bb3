package dev.fairlead.notifier.channel.teams;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.notifier.notice.Notice;

/** The card of Office 365 connectors, as Flagger fills it in. */
record MessageCard(@JsonProperty("@type") String type, @JsonProperty("@context") String context,
        String themeColor, String summary, List<Section> sections) {

    record Section(String activityTitle, String activitySubtitle, List<Fact> facts) {}

    record Fact(String name, String value) {}

    static MessageCard of(Notice notice) {
        List<Fact> facts = notice.fields()
                .stream()
                .map(field -> new Fact(field.name(), field.value()))
                .toList();
        return new MessageCard("MessageCard", "http://schema.org/extensions",
                notice.severity() == Severity.ERROR ? "FF0000" : "0076D7", notice.author(),
                List.of(new Section(notice.text(), notice.author(), facts)));
    }
}
