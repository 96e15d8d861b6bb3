package dev.fairlead.watcher.detection;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Weight;

import static org.assertj.core.api.Assertions.assertThat;

class RouteSpec {

    @Test
    void the_canary_has_the_weight_that_its_destination_names() {
        var route = read("""
                http:
                - route:
                  - {destination: {host: podinfo-primary}, weight: 70}
                  - {destination: {host: podinfo-canary}, weight: 30}
                """);
        assertThat(route.canary()).isEqualTo(Weight.of(30));
        assertThat(route.intact()).isTrue();
    }

    @Test
    void a_weight_that_is_left_out_is_zero() {
        var route = read("""
                http:
                - route:
                  - {destination: {host: podinfo-primary}, weight: 100}
                  - {destination: {host: podinfo-canary}}
                """);
        assertThat(route.canary()).isEqualTo(Weight.ZERO);
        assertThat(route.intact()).isTrue();
    }

    @Test
    void the_last_route_with_the_canary_counts() {
        var route = read("""
                http:
                - match: [{headers: {x: {exact: y}}}]
                  route:
                  - {destination: {host: podinfo-canary}, weight: 100}
                - route:
                  - {destination: {host: podinfo-primary}, weight: 90}
                  - {destination: {host: podinfo-canary}, weight: 10}
                """);
        assertThat(route.canary()).isEqualTo(Weight.of(10));
        assertThat(route.intact()).isTrue();
    }

    @Test
    void plain_tcp_has_weights_too() {
        var route = read("""
                tcp:
                - route:
                  - {destination: {host: podinfo-primary}, weight: 60}
                  - {destination: {host: podinfo-canary}, weight: 40}
                """);
        assertThat(route.canary()).isEqualTo(Weight.of(40));
    }

    @Test
    void a_side_that_is_missing_breaks_the_route() {
        assertThat(read("""
                http:
                - route:
                  - {destination: {host: podinfo-primary}, weight: 100}
                """).intact()).isFalse();
        assertThat(read("""
                http:
                - route:
                  - {destination: {host: podinfo-canary}, weight: 100}
                """).intact()).isFalse();
        assertThat(read("http: []").intact()).isFalse();
    }

    @Test
    void weights_that_do_not_sum_to_100_break_the_route() {
        var route = read("""
                http:
                - route:
                  - {destination: {host: podinfo-primary}, weight: 100}
                  - {destination: {host: podinfo-canary}, weight: 230}
                """);
        assertThat(route.intact()).isFalse();
        assertThat(route.canary()).isEqualTo(Weight.FULL);
    }

    private static RouteSight read(String spec) {
        return RouteReader.read(new Sights().object("""
                kind: VirtualService
                metadata: {name: podinfo}
                spec:
                """ + spec.indent(2)));
    }
}
