package dev.fairlead.canary.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.fairlead.canary.model.Provider;
import dev.fairlead.canary.model.Provider.Ability;
import dev.fairlead.canary.tree.JsonTree;

/**
 * Whether a provider can tell requests apart as a Canary asks. A condition that it cannot express is
 * refused: left out, it would let more requests through than were meant.
 */
final class MatchRules {

    private static final List<String> AFFIXES = List.of("prefix", "suffix");

    /** What an HTTPRoute tells requests apart by; the name of a match is for people. */
    private static final Set<String> OF_GATEWAYS = Set.of("uri", "method", "headers", "queryParams",
            "name");

    private final Provider provider;

    MatchRules(Provider provider) {
        this.provider = provider;
    }

    /** @param match {@code spec.analysis.match} */
    void test(Field match) {
        int conditions = 0;
        for (Field entry : match.items()) {
            Field headers = entry.at("headers");
            for (String name : names(headers)) {
                header(headers.atKey(name));
                conditions++;
            }
            need(entry.at("queryParams"), Ability.QUERY_PARAMETERS, "query parameter");
            need(entry.at("sourceLabels"), Ability.SOURCE_LABELS, "the sender's labels");
        }
        if (conditions > 1 && !provider.can(Ability.SEVERAL_HEADERS)) {
            match.refused("provider " + provider.text()
                    + " picks requests by one header only, but " + conditions + " are asked for");
        }
    }

    /** @param match {@code spec.service.match} */
    void service(Field match) {
        switch (provider) {
            case GATEWAYAPI_V1, GATEWAYAPI_V1BETA1 -> match.items().forEach(this::onGateway);
            case APISIX, APPMESH, APPMESH_V1BETA2, CONTOUR, GLOO, ISTIO, KNATIVE, KUBERNETES, KUMA,
                    LINKERD, NGINX, OSM, SKIPPER, SMI_V1ALPHA1, SMI_V1ALPHA2, SMI_V1ALPHA3,
                    TRAEFIK -> {
            }
        }
    }

    private void onGateway(Field entry) {
        for (String name : names(entry)) {
            if (!OF_GATEWAYS.contains(name)) {
                entry.at(name).refused("Gateway API cannot pick requests by this");
            }
        }
        if (entry.at("method").given() && !entry.at("method").at("exact").given()) {
            entry.at("method")
                    .refused("Gateway API doesn't support the specified method matching selector,"
                            + " only exact");
        }
        Set<String> forms = names(entry.at("uri"));
        if (entry.at("uri").given()
                && forms.stream().noneMatch(Set.of("regex", "exact", "prefix")::contains)) {
            entry.at("uri")
                    .refused("Gateway API doesn't support the specified path matching selector,"
                            + " only exact, prefix and regex");
        }
    }

    private void header(Field form) {
        if (form.at("regex").given() && !provider.can(Ability.HEADER_REGEX)) {
            form.at("regex").refused(cannot("regular expression"));
        }
        for (String affix : AFFIXES) {
            if (form.at(affix).given() && !provider.can(Ability.HEADER_AFFIXES)) {
                form.at(affix).refused(cannot("how a header begins or ends"));
            }
        }
    }

    private void need(Field condition, Ability ability, String what) {
        if (condition.given() && !provider.can(ability)) {
            condition.refused(cannot(what));
        }
    }

    private String cannot(String what) {
        return "provider " + provider.text() + " cannot pick requests by " + what;
    }

    private static Set<String> names(Field object) {
        return object.value() instanceof Map<?, ?> map ? JsonTree.map(map).keySet() : Set.of();
    }
}
