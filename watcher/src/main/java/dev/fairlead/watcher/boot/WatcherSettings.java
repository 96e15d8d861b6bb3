package dev.fairlead.watcher.boot;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.fairlead.watcher.detection.DetectionSettings;
import dev.fairlead.watcher.detection.SecretSight;

/**
 * What a watcher is told at its start; named as Flagger's flags.
 *
 * @param meshProvider
 *            for Canaries that name none
 * @param metricsServer
 *            the Prometheus of the built-in checks, for Canaries that name none
 * @param namespace
 *            the one to watch; empty for all
 * @param selectorLabels
 *            the labels of which a target's selector must have one, most wanted first
 * @param enableConfigTracking
 *            whether a change of a ConfigMap or Secret makes a new revision
 * @param secrets
 *            how Secrets that targets use are looked at
 * @param noCrossNamespaceRefs
 *            whether templates and alert providers of other namespaces are refused
 * @param eventWebhook
 *            is told the events of Canaries that have no event hook of their own; may hold a secret;
 *            empty for none
 */
@ConfigurationProperties("fairlead.watcher")
public record WatcherSettings(@DefaultValue("istio") String meshProvider,
        @DefaultValue("http://prometheus:9090") String metricsServer,
        @DefaultValue("") String namespace,
        @DefaultValue({
            "app", "name", "app.kubernetes.io/name"}) List<String> selectorLabels,
        @DefaultValue("true") boolean enableConfigTracking,
        @DefaultValue("watch") SecretSight secrets,
        @DefaultValue("false") boolean noCrossNamespaceRefs,
        @DefaultValue("") String eventWebhook) {

    public WatcherSettings {
        selectorLabels = List.copyOf(selectorLabels);
        if (selectorLabels.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected fairlead.watcher.selector-labels to name a label, but got none");
        }
        if (!eventWebhook.isEmpty() && !eventWebhook.matches("https?://[^/]+.*")) {
            throw new IllegalArgumentException("Expected fairlead.watcher.event-webhook to be an "
                    + "http or https URL, but got something else, which is not shown because it "
                    + "may be secret");
        }
    }

    /** Without its secret. */
    @Override
    public String toString() {
        return "WatcherSettings[meshProvider=" + meshProvider + ", namespace=" + namespace + "]";
    }

    DetectionSettings detection() {
        return new DetectionSettings(meshProvider, metricsServer, selectorLabels,
                enableConfigTracking, secrets, !noCrossNamespaceRefs, eventWebhook);
    }
}
