package dev.fairlead.canary.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The meshes and ingresses that can carry the traffic, by the names that {@code spec.provider} may have. */
public enum Provider {
    APISIX("apisix", Ability.WEIGHTS),
    APPMESH("appmesh", Ability.WEIGHTS, Ability.HEADERS, Ability.SEVERAL_HEADERS,
            Ability.HEADER_AFFIXES, Ability.HEADER_REGEX),
    APPMESH_V1BETA2("appmesh:v1beta2", Ability.WEIGHTS, Ability.HEADERS, Ability.SEVERAL_HEADERS,
            Ability.HEADER_AFFIXES, Ability.HEADER_REGEX),
    CONTOUR("contour", Ability.WEIGHTS, Ability.HEADERS, Ability.SEVERAL_HEADERS,
            Ability.HEADER_AFFIXES),
    GATEWAYAPI_V1("gatewayapi:v1", Ability.WEIGHTS, Ability.HEADERS, Ability.SEVERAL_HEADERS,
            Ability.HEADER_AFFIXES, Ability.HEADER_REGEX, Ability.QUERY_PARAMETERS,
            Ability.MIRRORS_ITERATIONS, Ability.AFFINITY, Ability.PRIMARY_AFFINITY),
    GATEWAYAPI_V1BETA1("gatewayapi:v1beta1", Ability.WEIGHTS, Ability.HEADERS,
            Ability.SEVERAL_HEADERS, Ability.HEADER_AFFIXES, Ability.HEADER_REGEX,
            Ability.QUERY_PARAMETERS, Ability.MIRRORS_ITERATIONS, Ability.AFFINITY),
    GLOO("gloo", Ability.WEIGHTS, Ability.HEADERS, Ability.SEVERAL_HEADERS, Ability.HEADER_REGEX),
    ISTIO("istio", Ability.WEIGHTS, Ability.HEADERS, Ability.SEVERAL_HEADERS,
            Ability.HEADER_AFFIXES, Ability.HEADER_REGEX, Ability.QUERY_PARAMETERS,
            Ability.SOURCE_LABELS, Ability.MIRRORS_ITERATIONS, Ability.MIRRORS_WEIGHTS,
            Ability.MIRROR_SHARE, Ability.AFFINITY, Ability.PRIMARY_AFFINITY, Ability.TCP),
    KNATIVE("knative", Ability.WEIGHTS),
    /** Plain Services: blue/green only. */
    KUBERNETES("kubernetes"),
    KUMA("kuma", Ability.WEIGHTS),
    LINKERD("linkerd", Ability.WEIGHTS),
    NGINX("nginx", Ability.WEIGHTS, Ability.HEADERS, Ability.HEADER_REGEX),
    OSM("osm", Ability.WEIGHTS),
    SKIPPER("skipper", Ability.WEIGHTS),
    SMI_V1ALPHA1("smi:v1alpha1", Ability.WEIGHTS),
    SMI_V1ALPHA2("smi:v1alpha2", Ability.WEIGHTS),
    SMI_V1ALPHA3("smi:v1alpha3", Ability.WEIGHTS),
    TRAEFIK("traefik", Ability.WEIGHTS);

    /** What a provider can do with requests. */
    public enum Ability {
        /** Shares of the traffic in percent. */
        WEIGHTS,
        /** Requests picked by the exact value of a header, for A/B tests. */
        HEADERS,
        /** Several headers, or several conditions, in one A/B test. */
        SEVERAL_HEADERS,
        /** Headers picked by how they begin or end. */
        HEADER_AFFIXES,
        /** Headers picked by regular expression. */
        HEADER_REGEX,
        /** Requests picked by query parameter. */
        QUERY_PARAMETERS,
        /** Requests picked by the labels of their sender. */
        SOURCE_LABELS,
        /** Copies of requests in blue/green rollouts. */
        MIRRORS_ITERATIONS,
        /** Copies of requests before the first weight. */
        MIRRORS_WEIGHTS,
        /** Copies of a share of the requests; without it, of all. */
        MIRROR_SHARE,
        /** A cookie that keeps a user on the canary. */
        AFFINITY,
        /** A cookie that keeps a user on the primary until the next step. */
        PRIMARY_AFFINITY,
        /** Plain TCP. */
        TCP
    }

    private final String text;
    private final Set<Ability> abilities;

    Provider(String text, Ability... abilities) {
        this.text = text;
        this.abilities = abilities.length == 0
                ? EnumSet.noneOf(Ability.class)
                : EnumSet.copyOf(Arrays.asList(abilities));
    }

    /** The name in manifests. */
    public String text() {
        return text;
    }

    /** All that the provider can do. */
    public Set<Ability> abilities() {
        return Set.copyOf(abilities);
    }

    /** Whether the provider has this ability. */
    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    /** The provider of this exact name; {@code gatewayapi} alone means {@code gatewayapi:v1}. */
    public static Optional<Provider> named(String name) {
        if (name.equals("gatewayapi")) {
            return Optional.of(GATEWAYAPI_V1);
        }
        return Arrays.stream(values()).filter(provider -> provider.text.equals(name)).findFirst();
    }

    /** All names, as a list for people. */
    public static String names() {
        return Arrays.stream(values()).map(Provider::text).collect(Collectors.joining(", "));
    }
}
