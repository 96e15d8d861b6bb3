package dev.fairlead.watcher.detection;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Weight;

import static org.assertj.core.api.Assertions.assertThat;

class HttpRouteSpec {

    @Test
    void the_canary_has_the_weight_that_its_backend_names() {
        var route = read("""
                rules:
                - backendRefs:
                  - {name: podinfo-primary, weight: 70}
                  - {name: podinfo-canary, weight: 30}
                """);
        assertThat(route.canary()).isEqualTo(Weight.of(30));
        assertThat(route.intact()).isTrue();
    }

    @Test
    void the_last_rule_with_the_canary_counts() {
        var route = read("""
                rules:
                - matches: [{headers: [{name: Cookie, value: x}]}]
                  backendRefs:
                  - {name: podinfo-primary, weight: 0}
                  - {name: podinfo-canary, weight: 100}
                - backendRefs:
                  - {name: podinfo-primary, weight: 90}
                  - {name: podinfo-canary, weight: 10}
                - backendRefs: [{name: podinfo-primary}]
                - backendRefs: [{name: elsewhere, weight: 100}]
                """);
        assertThat(route.canary()).isEqualTo(Weight.of(10));
        assertThat(route.intact()).isTrue();
    }

    @Test
    void a_weight_that_is_left_out_is_one() {
        var route = read("""
                rules:
                - backendRefs:
                  - {name: podinfo-primary, weight: 99}
                  - {name: podinfo-canary}
                """);
        assertThat(route.canary()).isEqualTo(Weight.of(1));
        assertThat(route.intact()).isTrue();
    }

    @Test
    void a_side_that_is_missing_or_a_sum_that_is_none_breaks_the_route() {
        assertThat(read("rules: [{backendRefs: [{name: podinfo-canary, weight: 100}]}]").intact())
                .isFalse();
        assertThat(read("rules: []").intact()).isFalse();
        assertThat(read("""
                rules:
                - backendRefs:
                  - {name: podinfo-primary, weight: 50}
                  - {name: podinfo-canary, weight: 30}
                """).intact()).isFalse();
    }

    @Test
    void a_gateway_that_says_nothing_keeps_nobody_waiting() {
        assertThat(read("parentRefs: [{name: public}]").accepted()).isTrue();
    }

    @Test
    void a_route_is_accepted_when_each_parent_has_taken_its_newest_generation() {
        assertThat(said("True", 4).accepted()).isTrue();
        assertThat(said("True", 3).accepted()).isFalse();
        assertThat(said("False", 4).accepted()).isFalse();
    }

    private static RouteSight said(String status, int observed) {
        return HttpRouteReader.read(new Sights().object("""
                kind: HTTPRoute
                metadata: {name: podinfo, generation: 4}
                spec: {parentRefs: [{name: public}]}
                status:
                  parents:
                  - parentRef: {name: public}
                    conditions:
                    - {type: ResolvedRefs, status: "False", observedGeneration: 1}
                    - {type: Accepted, status: "%s", observedGeneration: %d}
                  - parentRef: {name: other}
                    conditions: [{type: Accepted, status: "False"}]
                """.formatted(status, observed)));
    }

    private static RouteSight read(String spec) {
        return HttpRouteReader.read(new Sights().object("""
                kind: HTTPRoute
                metadata: {name: podinfo}
                spec:
                """ + spec.indent(2)));
    }
}
