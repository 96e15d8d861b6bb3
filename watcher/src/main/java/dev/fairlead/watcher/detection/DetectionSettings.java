package dev.fairlead.watcher.detection;

import java.util.List;

/**
 * What the engine's settings add to what is seen.
 *
 * @param meshProvider
 *            for Canaries that name none, such as {@code istio}
 * @param metricsServer
 *            the address of the Prometheus of the built-in checks, for Canaries that name none
 * @param selectorLabels
 *            the labels of which a target's selector must have one, most wanted first
 * @param configTracking
 *            whether a change of a ConfigMap or Secret makes a new revision
 * @param secrets
 *            how Secrets are looked at
 * @param crossNamespaceRefs
 *            whether templates and alert providers may lie in other namespaces
 * @param eventWebhook
 *            is told the events of Canaries that have no event hook of their own; may hold a secret;
 *            empty for none
 */
public record DetectionSettings(String meshProvider, String metricsServer,
        List<String> selectorLabels, boolean configTracking, SecretSight secrets,
        boolean crossNamespaceRefs, String eventWebhook) {

    /** An engine without settings. */
    public static final DetectionSettings PLAIN = new DetectionSettings("istio",
            "http://prometheus:9090", List.of("app", "name", "app.kubernetes.io/name"), true,
            SecretSight.WATCH, true, "");

    public DetectionSettings {
        selectorLabels = List.copyOf(selectorLabels);
    }

    /** Without its secret. */
    @Override
    public String toString() {
        return "DetectionSettings[meshProvider=" + meshProvider + "]";
    }
}
