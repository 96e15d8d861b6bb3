package dev.fairlead.analyzer.metrics;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.clusters.secrets.References;
import dev.fairlead.clusters.secrets.Unreadable;
import dev.fairlead.events.Address;
import dev.fairlead.events.definition.MetricSource;
import dev.fairlead.judge.Answer.Obstacle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AccessesTest {

    private final Map<String, Object> values = new java.util.HashMap<>();
    private final Accesses accesses = new Accesses(new References() {
        @Override
        public Object value(String cluster, String reference) {
            if (!values.containsKey(reference)) {
                throw new Unreadable("Expected a value at " + reference + ", but there is none");
            }
            return values.get(reference);
        }

        @Override
        public Map<String, String> secret(String cluster, String place) {
            if (!values.containsKey(place)) {
                throw new Unreadable("Expected Secret/" + place + ", but there is none");
            }
            return Map.of("token", values.get(place).toString());
        }
    });

    @Test
    void a_plain_source_is_read_nowhere() throws Exception {
        var access = accesses.of("eu-1", source(Address.plain("http://p:9090"), "", ""));
        assertThat(access).isEqualTo(new Access("http://p:9090", Map.of(), Map.of(), false));
    }

    @Test
    void headers_and_secret_of_a_template_are_read_at_use() throws Exception {
        values.put("MetricTemplate/ops/rate#spec.provider",
                Map.of("headers", Map.of("X-Scope-OrgID", List.of("a", "b"))));
        values.put("ops/prom", "t0ken");
        var access = accesses.of("eu-1", source(Address.plain("http://p"), "ops/rate", "prom"));
        assertThat(access.headers()).containsEntry("X-Scope-OrgID", List.of("a", "b"));
        assertThat(access.secret()).containsEntry("token", "t0ken");
        assertThat(access.toString()).doesNotContain("t0ken");
    }

    @Test
    void what_is_missing_is_told_apart() {
        values.put("MetricTemplate/ops/rate#spec.provider", Map.of("type", "prometheus"));
        assertThat(obstacle(source(Address.plain("http://p"), "ops/rate", "prom")))
                .isEqualTo(Obstacle.SECRET);
        assertThat(obstacle(source(Address.plain("http://p"), "ops/gone", "")))
                .isEqualTo(Obstacle.TEMPLATE);
        assertThat(obstacle(source(new Address("http://p", "Canary/prod/x#spec.metricsServer", "f"),
                "", ""))).isEqualTo(Obstacle.PROVIDER);
    }

    private Obstacle obstacle(MetricSource source) {
        return catchThrowableOfType(NoAccess.class, () -> accesses.of("eu-1", source)).obstacle();
    }

    private static MetricSource source(Address address, String template, String secret) {
        return new MetricSource("prometheus", "rate.ops", address, template, secret, false);
    }
}
