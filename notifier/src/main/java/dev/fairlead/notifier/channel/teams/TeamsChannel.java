package dev.fairlead.notifier.channel.teams;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import dev.fairlead.notifier.channel.Channel;
import dev.fairlead.notifier.channel.Delivery;
import dev.fairlead.notifier.channel.Place;
import dev.fairlead.notifier.channel.Webhook;
import dev.fairlead.notifier.notice.Notice;

/**
 * Posts to Microsoft Teams: an Adaptive Card to a webhook of Workflows, which takes nothing else
 * for sure, and a MessageCard to every other address, as Flagger does.
 */
public final class TeamsChannel implements Channel {

    /** The hosts of Power Automate, which answer 202. */
    private static final List<String> WORKFLOWS =
            List.of(".logic.azure.com", ".api.powerplatform.com", ".logic.azure.us");

    private final Webhook webhook;

    public TeamsChannel(Webhook webhook) {
        this.webhook = webhook;
    }

    @Override
    public String type() {
        return "msteams";
    }

    @Override
    public Delivery deliver(String id, Notice notice, Place place) {
        Object card = isWorkflow(place.address())
                ? AdaptiveMessage.of(notice)
                : MessageCard.of(notice);
        return webhook.post(id, place, place.address(), card);
    }

    static boolean isWorkflow(String address) {
        try {
            String host = URI.create(address).getHost();
            return host != null
                    && WORKFLOWS.stream().anyMatch(host.toLowerCase(Locale.ROOT)::endsWith);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
