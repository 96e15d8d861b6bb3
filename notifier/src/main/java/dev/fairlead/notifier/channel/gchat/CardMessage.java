package dev.fairlead.notifier.channel.gchat;

import java.util.ArrayList;
import java.util.List;

import dev.fairlead.events.order.SendNotice.Field;
import dev.fairlead.notifier.notice.Notice;

/** The card that Flagger posts: the message in its first section, then one for each field. */
record CardMessage(List<Card> cards) {

    private static final String ICON = "https://flagger.app/favicon.png";

    record Card(Header header, List<Section> sections) {}

    record Header(String title, String subtitle, String imageUrl) {}

    record Section(List<Widget> widgets) {}

    record Widget(Paragraph textParagraph) {}

    record Paragraph(String text) {}

    static CardMessage of(Notice notice) {
        List<Section> sections = new ArrayList<>();
        sections.add(section(grey(notice.text())));
        for (Field field : notice.fields()) {
            sections.add(section(field.name() + "<br>" + grey(field.value())));
        }
        return new CardMessage(
                List.of(new Card(new Header("Flagger", notice.author(), ICON), sections)));
    }

    private static Section section(String text) {
        return new Section(List.of(new Widget(new Paragraph(text))));
    }

    private static String grey(String text) {
        return "<font color=#848484><strong>" + text + "</strong></font>";
    }
}
