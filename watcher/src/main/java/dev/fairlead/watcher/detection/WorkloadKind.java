package dev.fairlead.watcher.detection;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of workloads that can be released, with the words that texts about them need. */
public enum WorkloadKind {
    DEPLOYMENT("Deployment", "deployments.apps"), //
    DAEMON_SET("DaemonSet", "daemonsets.apps"), //
    /** Somebody else's pods behind a Service: nothing is scaled, and it is always ready. */
    SERVICE("Service", "services");

    private final String text;

    private final String resource;

    WorkloadKind(String text, String resource) {
        this.text = text;
        this.resource = resource;
    }

    /** The kind of this name in manifests. */
    public static Optional<WorkloadKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }

    /** The name in manifests. */
    public String text() {
        return text;
    }

    /** The name in the API server's texts. */
    String resource() {
        return resource;
    }
}
