package dev.fairlead.notifier.boot;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.work.NoticeWork.Fallback;

/** Where notices of Canaries without alerts go: one place or none, Teams before Slack, as with Flagger. */
final class DefaultChannel {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultChannel.class);

    private DefaultChannel() {}

    static List<Fallback> of(NotifierSettings settings) {
        NotifierSettings.Teams teams = settings.msteams();
        return teams.url().isEmpty()
                ? slack(settings.slack())
                : List.of(new Fallback("msteams",
                        new Place("", "", teams.url(), "", teams.proxyUrl())));
    }

    private static List<Fallback> slack(NotifierSettings.Slack slack) {
        if (slack.url().isEmpty()) {
            return List.of();
        }
        if (slack.channel().isEmpty()) {
            LOG.error("no default channel: expected fairlead.notifier.slack.channel beside "
                    + "fairlead.notifier.slack.url, but got nothing");
            return List.of();
        }
        return List.of(new Fallback("slack", new Place(slack.channel(), slack.user(), slack.url(),
                slack.token(), slack.proxyUrl())));
    }
}
