package dev.fairlead.canary.revision;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookChecksumTest {

    @Test
    void is_what_hook_services_know() {
        assertThat(WebhookChecksum.of(Map.of("test-config-map", "484637c76acaa7c6"), "4cb74184589"))
                .isEqualTo("569bdb7cb9");
        assertThat(WebhookChecksum.of(Map.of("secret/a", "1", "configmap/b", "2"), "4cb74184589"))
                .isEqualTo("6698ffbf7c");
        assertThat(WebhookChecksum.of(Map.of(), "4cb74184589")).isEqualTo("56966965f5");
        assertThat(WebhookChecksum.of(null, "4cb74184589")).isEqualTo("7c9d467496");
        assertThat(WebhookChecksum.of(null, "")).isEqualTo("758df7c9fc");
    }

    @Test
    void of_a_knative_revision_is_what_its_status_knows() {
        assertThat(WebhookChecksum.ofKnativeRevision("podinfo-00001")).isEqualTo("5498f4fcd6");
    }
}
