package dev.fairlead.clusters.secrets;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReferenceTest {

    private static final Map<String, Object> CANARY = Map.of("spec", Map.of("analysis",
            Map.of("webhooks", List.of(Map.of("url", "http://a?token=s3cret")))));

    @Test
    void a_path_walks_through_fields_and_lists() {
        assertThat(at("spec.analysis.webhooks[0].url")).isEqualTo("http://a?token=s3cret");
    }

    @Test
    void what_is_missing_is_named_and_no_value_is_shown() {
        assertThatThrownBy(() -> at("spec.analysis.webhooks[1].url")).isInstanceOf(Unreadable.class)
                .hasMessageContaining("Canary/prod/shop#spec.analysis.webhooks[1].url")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> at("spec.analysis.webhooks[0].url.x"))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void another_form_is_refused() {
        assertThatThrownBy(() -> Reference.parse("slack")).isInstanceOf(Unreadable.class)
                .hasMessageContaining("Kind/namespace/name#path");
    }

    private static Object at(String path) {
        return Reference.parse("Canary/prod/shop#" + path).in(CANARY);
    }
}
