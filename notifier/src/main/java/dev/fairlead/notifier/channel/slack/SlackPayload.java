package dev.fairlead.notifier.channel.slack;

import java.util.List;

import com.slack.api.model.Attachment;
import com.slack.api.model.Field;
import com.slack.api.webhook.Payload;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.notice.Notice;

/** The message that Flagger posts, field for field. */
final class SlackPayload {

    private SlackPayload() {}

    static Payload of(Notice notice, Place place) {
        var attachment = Attachment.builder()
                .color(notice.severity() == Severity.ERROR ? "danger" : "good")
                .authorName(notice.author())
                .text(notice.text())
                .mrkdwnIn(List.of("text"))
                .fields(notice.fields().stream().map(SlackPayload::field).toList())
                .build();
        return Payload.builder()
                .channel(place.room())
                .username(place.username())
                .iconUrl("")
                .iconEmoji(":rocket:")
                .attachments(List.of(attachment))
                .build();
    }

    private static Field field(dev.fairlead.events.order.SendNotice.Field field) {
        return Field.builder()
                .title(field.name())
                .value(field.value())
                .valueShortEnough(false)
                .build();
    }
}
