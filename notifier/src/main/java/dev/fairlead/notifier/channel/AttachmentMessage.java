package dev.fairlead.notifier.channel;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.notifier.notice.Notice;

/** A message in the shape of Slack's attachments, which other chat services take as well. */
public record AttachmentMessage(String channel, String username,
        @JsonProperty("icon_url") String iconUrl, @JsonProperty("icon_emoji") String iconEmoji,
        List<Attachment> attachments) {

    /** The bar's colour for what is well and for what is not. */
    public record Colours(String well, String error) {}

    /** The one box of the message. */
    public record Attachment(String color, @JsonProperty("author_name") String authorName,
            String text, @JsonProperty("mrkdwn_in") List<String> markdownIn, List<Field> fields) {}

    /** A line of the box. */
    public record Field(String title, String value,
            @JsonProperty("short") boolean beside) {}

    /** As Flagger fills it in. */
    public static AttachmentMessage of(Notice notice, Place place, Colours colours) {
        String colour = notice.severity() == Severity.ERROR ? colours.error() : colours.well();
        List<Field> fields = notice.fields()
                .stream()
                .map(field -> new Field(field.name(), field.value(), false))
                .toList();
        return new AttachmentMessage(place.room(), place.username(), "", ":rocket:",
                List.of(new Attachment(colour, notice.author(), notice.text(), List.of("text"),
                        fields)));
    }
}
