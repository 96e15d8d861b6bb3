package dev.fairlead.router.plan;

/** The kinds of objects that are written, at the versions they are written in. */
public enum Kind {
    CANARY("flagger.app/v1beta1", "Canary", "canaries", true), //
    SERVICE("v1", "Service", "services", true), //
    CONFIG_MAP("v1", "ConfigMap", "configmaps", false), //
    SECRET("v1", "Secret", "secrets", false), //
    EVENT("v1", "Event", "events", true), //
    DEPLOYMENT("apps/v1", "Deployment", "deployments", false), //
    DAEMON_SET("apps/v1", "DaemonSet", "daemonsets", false), //
    POD_AUTOSCALER("autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers",
            false), //
    SCALED_OBJECT("keda.sh/v1alpha1", "ScaledObject", "scaledobjects", false), //
    VIRTUAL_SERVICE("networking.istio.io/v1beta1", "VirtualService", "virtualservices", true), //
    DESTINATION_RULE("networking.istio.io/v1beta1", "DestinationRule", "destinationrules", true), //
    HTTP_ROUTE("gateway.networking.k8s.io/v1", "HTTPRoute", "httproutes", true), //
    HTTP_ROUTE_BETA("gateway.networking.k8s.io/v1beta1", "HTTPRoute", "httproutes", true);

    private final String apiVersion;

    private final String title;

    private final String plural;

    private final boolean remembered;

    Kind(String apiVersion, String title, String plural, boolean remembered) {
        this.apiVersion = apiVersion;
        this.title = title;
        this.plural = plural;
        this.remembered = remembered;
    }

    public String apiVersion() {
        return apiVersion;
    }

    /** The name in {@code kind}. */
    public String title() {
        return title;
    }

    /** The name in URLs. */
    public String plural() {
        return plural;
    }

    /**
     * Whether the last version that was written is worth keeping: others seldom write it, and it
     * holds no secret.
     */
    public boolean isRemembered() {
        return remembered;
    }
}
