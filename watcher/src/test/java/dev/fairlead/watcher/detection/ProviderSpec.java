package dev.fairlead.watcher.detection;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.GeneratedObjectLost;
import dev.fairlead.events.observation.RouteChanged;

import static org.assertj.core.api.Assertions.assertThat;

/** Which objects are looked at, by who shares the requests out. */
class ProviderSpec {

    private static final String ROUTE = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: podinfo, generation: 2, annotations: {fairlead.dev/fence: "1.7"}}
            spec:
              parentRefs: [{name: public}]
              rules:
              - backendRefs:
                - {name: podinfo-primary, weight: 80}
                - {name: podinfo-canary, weight: 20}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"gatewayapi:v1", "gatewayapi:v1beta1"})
    void with_the_gateway_api_the_route_is_the_HTTPRoute(String provider) {
        Sights sights = with(provider).with(ROUTE);
        RouteChanged route = route(sights);
        assertThat(route.route().kind()).isEqualTo("HTTPRoute");
        assertThat(route.canary().percent()).isEqualTo(20);
        assertThat(route.route().isSettled()).isTrue();
        assertThat(look(sights).objects()).contains("HTTPRoute/podinfo")
                .doesNotContain("VirtualService/podinfo");
        assertThat(missing(sights)).doesNotContain("HTTPRoute/podinfo")
                .noneMatch(name -> name.startsWith("DestinationRule/"));
        assertThat(missing(with(provider))).contains("HTTPRoute/podinfo");
    }

    @Test
    void only_the_newer_version_waits_for_the_gateway_to_take_a_route() {
        String refused = ROUTE + """
                status:
                  parents:
                  - parentRef: {name: public}
                    conditions: [{type: Accepted, status: "True", observedGeneration: 1}]
                """;
        assertThat(route(with("gatewayapi:v1").with(refused)).route().isSettled()).isFalse();
        assertThat(route(with("gatewayapi:v1beta1").with(refused)).route().isSettled()).isTrue();
    }

    @Test
    void that_a_gateway_has_taken_a_route_is_news() {
        String before = ROUTE + """
                status:
                  parents:
                  - parentRef: {name: public}
                    conditions: [{type: Accepted, status: "True", observedGeneration: 1}]
                """;
        Picture told = look(with("gatewayapi:v1").with(before));
        Picture now = look(with("gatewayapi:v1")
                .with(before.replace("observedGeneration: 1", "observedGeneration: 2")));
        assertThat(Edges.between(DetectorSpec.TARGET, told, now)).singleElement()
                .isInstanceOfSatisfying(RouteChanged.class,
                        it -> assertThat(it.route().isSettled()).isTrue());
    }

    @Test
    void with_plain_services_there_is_no_route() {
        Sights sights = with("kubernetes").with(ROUTE);
        assertThat(look(sights).parts()).noneMatch(RouteChanged.class::isInstance)
                .hasSize(4);
        assertThat(missing(sights)).isSubsetOf("Service/podinfo", "Service/podinfo-primary",
                "Service/podinfo-canary");
    }

    @Test
    void a_service_of_ours_that_leads_to_other_pods_is_lost() {
        Sights sights = with("kubernetes").with(service("podinfo", "podinfo-primary", "1.5"))
                .with(service("podinfo-primary", "podinfo-primary", "1.5"))
                .with(service("podinfo-canary", "podinfo", "1.5"));
        Picture told = look(sights);
        assertThat(missing(sights)).isEmpty();
        Picture now = look(sights.with(service("podinfo", "podinfo", "1.5")));
        assertThat(Edges.between(DetectorSpec.TARGET, told, now)).singleElement()
                .isEqualTo(new GeneratedObjectLost(DetectorSpec.TARGET, told.life(), "Service",
                        "podinfo"));
        assertThat(missing(sights)).containsExactly("Service/podinfo");
    }

    @Test
    void a_service_that_is_not_ours_yet_leads_where_its_owner_wants() {
        Sights sights = with("kubernetes").with(service("podinfo", "podinfo", ""))
                .with(service("podinfo-primary", "podinfo-primary", "1.5"))
                .with(service("podinfo-canary", "podinfo", "1.5"));
        assertThat(missing(sights)).isEmpty();
    }

    private static String service(String name, String leadsTo, String fence) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: %s, annotations: {fairlead.dev/fence: "%s"}}
                spec: {selector: {app: %s}, ports: [{port: 9898}]}
                """.formatted(name, fence, leadsTo);
    }

    @Test
    void an_unusable_canary_is_looked_at_by_the_provider_that_it_names() {
        Sights sights = new Sights().with(canary("gatewayapi:v1").replace("interval: 10s",
                "interval: soon"))
                .with(Manifests.DEPLOYMENT)
                .with(ROUTE);
        assertThat(look(sights).parts()).noneMatch(DefinitionChanged.class::isInstance)
                .anyMatch(RouteChanged.class::isInstance);
    }

    private static String canary(String provider) {
        String canary = Manifests.CANARY.replace("provider: istio",
                "provider: \"" + provider + "\"")
                .replace("gateways: [istio-system/public]", "gatewayRefs: [{name: public}]");
        return provider.equals("kubernetes")
                ? canary.replace("maxWeight: 50\n    stepWeight: 5", "iterations: 3")
                : canary;
    }

    private static Sights with(String provider) {
        return Manifests.all().without("VirtualService", "podinfo").with(canary(provider));
    }

    private static Picture look(Sights sights) {
        return DetectorSpec.DETECTOR.look(DetectorSpec.TARGET, sights, Frame.NONE);
    }

    private static Set<String> missing(Sights sights) {
        return Detector.missing(DetectorSpec.TARGET, look(sights), sights);
    }

    private static RouteChanged route(Sights sights) {
        return (RouteChanged) look(sights).parts()
                .stream()
                .filter(RouteChanged.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
