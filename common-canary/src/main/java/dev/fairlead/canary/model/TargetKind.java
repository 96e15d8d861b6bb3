package dev.fairlead.canary.model;

/** The kinds of objects that can be released. */
public enum TargetKind {
    DEPLOYMENT("Deployment"),
    DAEMON_SET("DaemonSet"),
    /** A core Service that somebody else fills; nothing is scaled. */
    SERVICE("Service"),
    /** A Service of {@code serving.knative.dev/v1}. */
    KNATIVE_SERVICE("Service");

    private final String text;

    TargetKind(String text) {
        this.text = text;
    }

    /** The kind as in manifests and messages. */
    public String text() {
        return text;
    }
}
