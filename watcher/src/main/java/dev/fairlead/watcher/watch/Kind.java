package dev.fairlead.watcher.watch;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** The kinds of objects that are watched. */
public enum Kind {
    CANARY("flagger.app", "v1beta1", "Canary", "canaries"), METRIC_TEMPLATE("flagger.app",
            "v1beta1", "MetricTemplate", "metrictemplates"),
    ALERT_PROVIDER("flagger.app",
            "v1beta1", "AlertProvider", "alertproviders"),
    DEPLOYMENT("apps", "v1",
            "Deployment", "deployments"),
    SERVICE("", "v1", "Service",
            "services"),
    CONFIG_MAP("", "v1", "ConfigMap",
            "configmaps"),
    SECRET("", "v1", "Secret",
            "secrets"),
    VIRTUAL_SERVICE(
            "networking.istio.io", "v1beta1",
            "VirtualService",
            "virtualservices"),
    DESTINATION_RULE(
            "networking.istio.io",
            "v1beta1", "DestinationRule",
            "destinationrules");

    private final String group;

    private final String version;

    private final String kind;

    private final String plural;

    Kind(String group, String version, String kind, String plural) {
        this.group = group;
        this.version = version;
        this.kind = kind;
        this.plural = plural;
    }

    /** The name in manifests. */
    public String text() {
        return kind;
    }

    /** For people: the name that a custom resource's definition has. */
    String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    ResourceDefinitionContext context() {
        return new ResourceDefinitionContext.Builder().withGroup(group)
                .withVersion(version)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }
}
