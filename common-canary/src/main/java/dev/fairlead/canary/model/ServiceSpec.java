package dev.fairlead.canary.model;

import java.util.List;

/**
 * The Services and routes to generate.
 *
 * @param apexName the stable name; the name of the target unless given
 * @param trafficDistribution empty unless given
 * @param meshName App Mesh only
 * @param backends App Mesh only
 */
public record ServiceSpec(String apexName, ServicePort port, boolean headless,
        String trafficDistribution,
        RouteOptions routes, ServiceMetadata metadata, String meshName, List<String> backends) {

    /** The name of the Service of the promoted revision. */
    public String primaryName() {
        return apexName + "-primary";
    }

    /** The name of the Service of the new revision. */
    public String canaryName() {
        return apexName + "-canary";
    }
}
