package dev.fairlead.analyzer.hooks;

import java.util.Map;

import dev.fairlead.clusters.secrets.References;
import dev.fairlead.clusters.secrets.Unreadable;
import dev.fairlead.events.definition.Hook;

/** Reads in the clusters, but for the one address that is a setting of this process. */
public final class KnownReferences implements References {

    private final References clusters;
    private final String eventWebhook;

    /**
     * @param eventWebhook
     *            the whole address; empty when this process was not told
     */
    public KnownReferences(References clusters, String eventWebhook) {
        this.clusters = clusters;
        this.eventWebhook = eventWebhook;
    }

    @Override
    public Object value(String cluster, String reference) {
        if (!reference.equals(Hook.EVENT_SETTING)) {
            return clusters.value(cluster, reference);
        }
        if (eventWebhook.isEmpty()) {
            throw new Unreadable("Expected fairlead.analyzer.event-webhook to be set, as "
                    + "fairlead.watcher.event-webhook is, but it is empty");
        }
        return eventWebhook;
    }

    @Override
    public Map<String, String> secret(String cluster, String place) {
        return clusters.secret(cluster, place);
    }
}
