package dev.fairlead.watcher.watch;

import java.util.List;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** The kinds of objects that are watched. */
public enum Kind {
    CANARY("flagger.app", "Canary", "canaries", "v1beta1"), //
    METRIC_TEMPLATE("flagger.app", "MetricTemplate", "metrictemplates", "v1beta1"), //
    ALERT_PROVIDER("flagger.app", "AlertProvider", "alertproviders", "v1beta1"), //
    DEPLOYMENT("apps", "Deployment", "deployments", "v1"), //
    DAEMON_SET("apps", "DaemonSet", "daemonsets", "v1"), //
    SERVICE("", "Service", "services", "v1"), //
    CONFIG_MAP("", "ConfigMap", "configmaps", "v1"), //
    SECRET("", "Secret", "secrets", "v1"), //
    POD_AUTOSCALER("autoscaling", "HorizontalPodAutoscaler", "horizontalpodautoscalers", "v2"), //
    SCALED_OBJECT("keda.sh", "ScaledObject", "scaledobjects", "v1alpha1"), //
    VIRTUAL_SERVICE("networking.istio.io", "VirtualService", "virtualservices", "v1beta1"), //
    DESTINATION_RULE("networking.istio.io", "DestinationRule", "destinationrules", "v1beta1"), //
    HTTP_ROUTE("gateway.networking.k8s.io", "HTTPRoute", "httproutes", "v1", "v1beta1");

    private final String group;

    private final String kind;

    private final String plural;

    private final List<String> versions;

    Kind(String group, String kind, String plural, String... versions) {
        this.group = group;
        this.kind = kind;
        this.plural = plural;
        this.versions = List.of(versions);
    }

    /** The name in manifests. */
    public String text() {
        return kind;
    }

    /** For people: the name that a custom resource's definition has. */
    String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** Whether targets may do without: not to see the kind is no blindness while none asks for it. */
    boolean isOptional() {
        return switch (this) {
            case VIRTUAL_SERVICE, DESTINATION_RULE, HTTP_ROUTE, DAEMON_SET, POD_AUTOSCALER,
                    SCALED_OBJECT ->
                    true;
            case CANARY, METRIC_TEMPLATE, ALERT_PROVIDER, DEPLOYMENT, SERVICE, CONFIG_MAP, SECRET ->
                    false;
        };
    }

    /** Versions of the same objects, the one to be watched first; the next where there is none of it. */
    List<ResourceDefinitionContext> contexts() {
        return versions.stream()
                .map(version -> new ResourceDefinitionContext.Builder().withGroup(group)
                        .withVersion(version)
                        .withKind(kind)
                        .withPlural(plural)
                        .withNamespaced(true)
                        .build())
                .toList();
    }
}
