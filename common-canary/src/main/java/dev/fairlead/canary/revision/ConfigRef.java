package dev.fairlead.canary.revision;

/**
 * A ConfigMap or Secret that a pod reads.
 *
 * @param optional
 *            whether the pod starts without it
 */
public record ConfigRef(Kind kind, String name, boolean optional) {

    /** The two kinds that are tracked. */
    public enum Kind {
        CONFIG_MAP("configmap"), SECRET("secret");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** The key in {@code status.trackedConfigs}: {@code configmap/name} or {@code secret/name}. */
    public String key() {
        return kind.text + "/" + name;
    }
}
