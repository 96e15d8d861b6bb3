package dev.fairlead.sandbox.demoapp;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BehavioursTest {

    @Test
    void a_plain_tag_is_healthy() {
        assertThat(Behaviours.of("registry.local/backend:1.2.0", Map.of()))
                .isEqualTo(Behaviour.HEALTHY);
    }

    @Test
    void the_ending_of_a_tag_is_shorthand() {
        assertThat(Behaviours.of("backend:2.0.0-errors", Map.of()).failRate()).isEqualTo(0.5);
        assertThat(Behaviours.of("backend:2.0.0-slow", Map.of()).latency())
                .isEqualTo(Duration.ofMillis(800));
        assertThat(Behaviours.of("backend:2.0.0-never-ready", Map.of()).ready()).isFalse();
    }

    @Test
    void the_environment_wins() {
        Behaviour behaviour = Behaviours.of("backend:2.0.0-errors",
                Map.of("FAIL_RATE", "0.1", "LATENCY_MS", "250", "READY", "never", "HOME", "/"));

        assertThat(behaviour.failRate()).isEqualTo(0.1);
        assertThat(behaviour.latency()).isEqualTo(Duration.ofMillis(250));
        assertThat(behaviour.ready()).isFalse();
    }

    @Test
    void a_registry_with_a_port_is_no_tag_and_a_digest_is_not_the_version() {
        assertThat(Behaviours.version("localhost:5000/backend")).isEqualTo("latest");
        assertThat(Behaviours.version("localhost:5000/backend:1.0@sha256:abc")).isEqualTo("1.0");
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        assertThatThrownBy(() -> Behaviours.of("backend:1", Map.of("FAIL_RATE", "1.5")))
                .hasMessage("Expected FAIL_RATE to be a share between 0 and 1, but got '1.5'");
        assertThatThrownBy(() -> Behaviours.of("backend:1", Map.of("LATENCY_MS", "slow")))
                .hasMessageContaining("LATENCY_MS");
        assertThatThrownBy(() -> Behaviours.of("backend:1", Map.of("READY", "maybe")))
                .hasMessageContaining("always or never");
    }
}
