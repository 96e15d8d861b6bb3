package dev.fairlead.notifier.channel.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.notifier.notice.Notice;

/**
 * An Adaptive Card in the envelope that the stock template of Workflows expects. Version 1.4 is the
 * highest that Teams shows from webhooks.
 */
record AdaptiveMessage(String type, List<Attachment> attachments) {

    private static final String CONTENT = "application/vnd.microsoft.card.adaptive";

    record Attachment(String contentType, Card content) {}

    record Card(@JsonProperty("$schema") String schema, String type, String version,
            Width msteams, List<Object> body) {}

    record Width(String width) {}

    record TextBlock(String type, String text, String weight, String color, boolean wrap) {}

    record FactSet(String type, List<Fact> facts) {}

    record Fact(String title, String value) {}

    static AdaptiveMessage of(Notice notice) {
        List<Object> body = new ArrayList<>();
        body.add(Map.of("type", "Container", "items",
                List.of(new TextBlock("TextBlock", notice.author(), "bolder", "default", true),
                        new TextBlock("TextBlock", notice.text(), "default",
                                notice.severity() == Severity.ERROR ? "attention" : "default",
                                true))));
        if (!notice.fields().isEmpty()) {
            body.add(new FactSet("FactSet", notice.fields()
                    .stream()
                    .map(field -> new Fact(field.name(), field.value()))
                    .toList()));
        }
        return new AdaptiveMessage("message",
                List.of(new Attachment(CONTENT,
                        new Card("http://adaptivecards.io/schemas/adaptive-card.json",
                                "AdaptiveCard", "1.4", new Width("Full"), body))));
    }
}
