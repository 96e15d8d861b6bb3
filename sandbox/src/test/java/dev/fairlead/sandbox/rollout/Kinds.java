package dev.fairlead.sandbox.rollout;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** The kinds that a rollout writes and fabric8 has no room for. */
public final class Kinds {

    public static final ResourceDefinitionContext CANARY = context("flagger.app", "v1beta1",
            "Canary", "canaries");
    public static final ResourceDefinitionContext VIRTUAL_SERVICE = istio("VirtualService",
            "virtualservices");
    public static final ResourceDefinitionContext DESTINATION_RULE = istio("DestinationRule",
            "destinationrules");
    static final ResourceDefinitionContext DEPLOYMENT = context("apps", "v1", "Deployment",
            "deployments");
    static final ResourceDefinitionContext SERVICE = context("", "v1", "Service", "services");

    private Kinds() {}

    private static ResourceDefinitionContext istio(String kind, String plural) {
        return context("networking.istio.io", "v1beta1", kind, plural);
    }

    private static ResourceDefinitionContext context(String group, String version, String kind,
            String plural) {
        return new ResourceDefinitionContext.Builder().withGroup(group)
                .withVersion(version)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }
}
