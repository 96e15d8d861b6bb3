package dev.fairlead.canary.reading;

import dev.fairlead.canary.model.Canary;
import dev.fairlead.canary.model.CanarySpec;
import dev.fairlead.canary.model.Provider;
import dev.fairlead.canary.model.Provider.Ability;
import dev.fairlead.canary.model.RouteOptions;
import dev.fairlead.canary.model.SessionAffinity;
import dev.fairlead.canary.model.Strategy;
import dev.fairlead.canary.model.TargetKind;

/** What must fit together in a Canary whose fields are right one by one. */
final class CanaryRules {

    private static final int LONGEST_SERVICE_NAME = 63;

    private final Canary canary;
    private final CanarySpec spec;
    private final ReadingRules rules;
    private final Field root;

    CanaryRules(Canary canary, ReadingRules rules, Field root) {
        this.canary = canary;
        this.spec = canary.spec();
        this.rules = rules;
        this.root = root;
    }

    void check() {
        serviceName();
        serviceTarget();
        knative();
        cookies();
        matches();
        new MatchRules(spec.provider()).service(root.at("spec").at("service").at("match"));
        mirror();
        providerNeeds();
        delegation();
        if (!rules.crossNamespaceRefs()) {
            namespaces();
        }
    }

    private void serviceName() {
        String primary = spec.service().primaryName();
        if (primary.length() > LONGEST_SERVICE_NAME) {
            Field own = root.at("spec").at("service").at("name");
            Field named = own.given() ? own : root.at("spec").at("targetRef").at("name");
            named.unexpected("a name of at most " + (LONGEST_SERVICE_NAME - "-primary".length())
                    + " characters, since the Services of both sides are named after it");
        }
    }

    /** The copies of a Service that is the target are named after it, so its routes must be as well. */
    private void serviceTarget() {
        Field name = root.at("spec").at("service").at("name");
        if (spec.target().kind() == TargetKind.SERVICE
                && !spec.service().apexName().equals(spec.target().name())) {
            name.unexpected("the name of the target, " + spec.target().name()
                    + ", since the target is the Service that users call");
        }
    }

    private void knative() {
        boolean target = spec.target().kind() == TargetKind.KNATIVE_SERVICE;
        Field provider = root.at("spec").at("provider");
        boolean named = provider.text().equals(Provider.KNATIVE.text());
        if (target && !named) {
            provider.refused(
                    "can't use " + provider.text() + " provider with Knative Service as target");
        }
        if (!target && named) {
            root.at("spec")
                    .at("targetRef")
                    .refused("can't use " + spec.target().apiVersion() + "/"
                            + spec.target().kind().text()
                            + " as target if provider is set to knative");
        }
        if (target && spec.autoscaler().given()) {
            root.at("spec")
                    .at("autoscalerRef")
                    .refused("can't use autoscaler with Knative Service");
        }
    }

    private void cookies() {
        SessionAffinity affinity = spec.analysis().sessionAffinity();
        if (affinity.wanted() && affinity.cookieName().equals(affinity.primaryCookieName())) {
            analysis().at("sessionAffinity")
                    .at("primaryCookieName")
                    .refused(
                            "can't use the same cookie name for both primary and cookie name; please update them"
                                    + " to be different");
        }
    }

    /** Plain Services are left out: there the match is ignored with a Warning, as users of Flagger know it. */
    private void matches() {
        boolean test = spec.analysis().strategy() == Strategy.AB_TESTING;
        if (!test || spec.provider() == Provider.KUBERNETES) {
            return;
        }
        if (!spec.provider().can(Ability.HEADERS)) {
            analysis().at("match")
                    .refused("an A/B test needs a provider that picks requests by header, but "
                            + spec.provider().text()
                            + " cannot, so all requests would go to the canary");
        } else if (spec.service().port().isTcp()) {
            analysis().at("match")
                    .refused("an A/B test needs HTTP, but spec.service.appProtocol is "
                            + spec.service().port().appProtocol());
        } else {
            new MatchRules(spec.provider()).test(analysis().at("match"));
        }
    }

    private void mirror() {
        boolean beforeWeights = spec.analysis().mirroring().wanted()
                && spec.analysis().strategy() == Strategy.CANARY;
        boolean possible =
                spec.provider().can(Ability.MIRRORS_WEIGHTS) && !spec.service().port().isTcp();
        if (beforeWeights && !possible) {
            String carrier = spec.service().port().isTcp() ? "TCP routes"
                    : "provider " + spec.provider().text();
            analysis().at("mirror")
                    .refused("mirroring before step weights is not possible with " + carrier
                            + ", and the rollout would never leave weight 0; leave mirror out, or use iterations");
        }
    }

    private void providerNeeds() {
        switch (spec.provider()) {
            case GATEWAYAPI_V1,
                    GATEWAYAPI_V1BETA1 -> need(!spec.service().routes().gatewayRefs().isEmpty(),
                            "service.gatewayRefs",
                            "GatewayRefs must be specified when using Gateway API as a provider.");
            case NGINX, SKIPPER ->
                    need(spec.ingress().given(), "ingressRef", "ingress selector is empty");
            case APISIX -> need(spec.route().given(), "routeRef", "apisix route selector is empty");
            case APPMESH -> need(!spec.service().meshName().isEmpty(), "service.meshName",
                    "mesh name cannot be empty");
            case APPMESH_V1BETA2, CONTOUR, GLOO, ISTIO, KNATIVE, KUBERNETES, KUMA, LINKERD, OSM,
                    SMI_V1ALPHA1,
                    SMI_V1ALPHA2, SMI_V1ALPHA3, TRAEFIK -> {
            }
        }
    }

    private void need(boolean met, String path, String sentence) {
        if (!met) {
            Field field = root.at("spec");
            for (String key : path.split("\\.")) {
                field = field.at(key);
            }
            field.refused(sentence);
        }
    }

    private void delegation() {
        RouteOptions routes = spec.service().routes();
        boolean addressed = !routes.hosts().isEmpty() || !routes.gateways().isEmpty();
        if (spec.provider() == Provider.ISTIO && routes.delegation() && addressed) {
            need(false, "service.delegation", "VirtualService " + spec.service().apexName() + "."
                    + canary.identity().namespace()
                    + " cannot have hosts and gateways when delegation enabled");
        }
    }

    private void namespaces() {
        Field metrics = analysis().at("metrics");
        metrics.items().forEach(metric -> local(metric.at("templateRef"), "metric template"));
        analysis().at("alerts")
                .items()
                .forEach(alert -> local(alert.at("providerRef"), "alert provider"));
        local(root.at("spec").at("upstreamRef"), "gloo upstream");
    }

    private void local(Field ref, String what) {
        String own = canary.identity().namespace();
        String namespace = ref.at("namespace").text(own);
        if (!namespace.equals(own)) {
            ref.at("namespace")
                    .refused("can't access " + what + " " + ref.at("name").text() + "." + namespace
                            + ", cross-namespace references are blocked");
        }
    }

    private Field analysis() {
        Field spec = root.at("spec");
        return spec.at("analysis").given() ? spec.at("analysis") : spec.at("canaryAnalysis");
    }
}
