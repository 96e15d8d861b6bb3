package dev.fairlead.sandbox.rollout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

import dev.fairlead.sandbox.load.LoadPlan;

/** A stage whose users come in through a Gateway: its HTTPRoute, its Gateway, and their requests. */
final class HttpRoutes {

    static final ResourceDefinitionContext KIND = context("HTTPRoute", "httproutes");

    /** Pods that Prometheus finds, as Flagger's users write it: old text, new text. */
    static final String[] SCRAPED = {"    metadata:\n      labels:\n",
        "    metadata:\n      annotations:\n        prometheus.io/scrape: \"true\"\n      labels:\n"};

    private static final ResourceDefinitionContext GATEWAYS = context("Gateway", "gateways");
    private static final int PER_SECOND = 60;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Stage stage;

    private HttpRoutes(Stage stage) {
        this.stage = stage;
    }

    /**
     * Applies a Gateway, and the application with a Canary of the provider.
     *
     * @param replacements
     *            further ones, old text, new text
     */
    static HttpRoutes applied(Stage stage, String provider, String... replacements) {
        HttpRoutes routes = new HttpRoutes(stage);
        routes.openGateway();
        String[] ours = {"spec:\n  targetRef:",
            "spec:\n  provider: \"" + provider + "\"\n  targetRef:", "    port: 9898\n",
            "    port: 9898\n    hosts: [" + routes.host()
                    + "]\n    gatewayRefs:\n      - name: public\n",
            SCRAPED[0], SCRAPED[1]};
        String[] all = new String[ours.length + replacements.length];
        System.arraycopy(ours, 0, all, 0, ours.length);
        System.arraycopy(replacements, 0, all, ours.length, replacements.length);
        stage.applied(all).initialized();
        return routes;
    }

    void openGateway() {
        stage.apply("""
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata:
                  name: public
                spec:
                  gatewayClassName: sandbox
                  listeners:
                    - name: http
                      port: 80
                      protocol: HTTP
                """);
    }

    void closeGateway() {
        stage.client()
                .genericKubernetesResources(GATEWAYS)
                .inNamespace(stage.namespace())
                .withName("public")
                .delete();
    }

    /** Users from outside. */
    Traffic traffic() {
        return Traffic.warm(stage.scene.loadAtEdge("edge-of-" + stage.namespace(),
                LoadPlan.steady(host(), PER_SECOND, LONGEST)));
    }

    Resource<GenericKubernetesResource> route() {
        return stage.client()
                .genericKubernetesResources(KIND)
                .inNamespace(stage.namespace())
                .withName("app");
    }

    /** The canary's share in the last rule; -1 where there is no route. */
    int weight() {
        return Optional.ofNullable(route().get())
                .map(route -> weights(route).getLast())
                .orElse(-1);
    }

    void awaitWeight(int least) {
        Stage.soon("weight " + least + " of " + stage.namespace())
                .until(() -> weight() >= least);
    }

    /** As {@code kubectl edit} does it. */
    void forge(int canary) {
        var foreign = new PatchContext.Builder().withPatchType(PatchType.JSON)
                .withFieldManager("kubectl-edit")
                .build();
        stage.witness()
                .forgive(route().patch(foreign, """
                [{"op":"replace","path":"/spec/rules/0/backendRefs/0/weight","value":%d},
                {"op":"replace","path":"/spec/rules/0/backendRefs/1/weight","value":%d}]"""
                        .formatted(100 - canary, canary)));
    }

    /** Of the last rule that leads to both sides, the primary's first. */
    static List<Integer> weights(GenericKubernetesResource route) {
        List<Map<String, Object>> rules = Objects.requireNonNull(route.get("spec", "rules"));
        return rules.reversed()
                .stream()
                .map(rule -> (List<?>) Objects.requireNonNull(rule.get("backendRefs")))
                .filter(sides -> sides.size() > 1)
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(it -> ((Number) ((Map<?, ?>) it).get("weight")).intValue())
                .toList();
    }

    private String host() {
        return stage.namespace() + ".example.com";
    }

    private static ResourceDefinitionContext context(String kind, String plural) {
        return new ResourceDefinitionContext.Builder().withGroup("gateway.networking.k8s.io")
                .withVersion("v1")
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }
}
