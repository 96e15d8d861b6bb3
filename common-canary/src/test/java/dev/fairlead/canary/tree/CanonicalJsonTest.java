package dev.fairlead.canary.tree;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CanonicalJsonTest {

    @Test
    void equal_trees_give_one_text() {
        Map<String, Object> tree =
                new HashMap<>(Map.of("b", 1, "a", List.of("x", true), "c", 1.50));
        tree.put("gone", null);
        assertThat(CanonicalJson.of(tree)).isEqualTo("{\"a\":[\"x\",true],\"b\":1,\"c\":1.5}");
        assertThat(CanonicalJson
                .of(Map.of("b", 1L, "a", List.of("x", true), "c", new BigDecimal("1.500"))))
                .isEqualTo(CanonicalJson.of(tree));
        assertThat(CanonicalJson.of(List.of(1.0e3, -0.0, 100))).isEqualTo("[1000,0,100]");
    }

    @Test
    void texts_are_escaped_only_where_json_demands_it() {
        assertThat(CanonicalJson.of("a\"\\\n<é>")).isEqualTo("\"a\\\"\\\\\\u000a<é>\"");
    }

    @Test
    void what_json_does_not_know_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("at", Instant.EPOCH)))
                .hasMessage("Expected a JSON value, but got a java.time.Instant");
    }

    @Test
    void a_frozen_tree_cannot_be_changed_and_has_no_nulls() {
        Map<String, Object> tree = new HashMap<>(Map.of("list", Arrays.asList("a", null)));
        Map<String, Object> frozen = JsonTree.frozen(tree);
        tree.put("later", 1);
        assertThat(frozen).isEqualTo(Map.of("list", List.of("a")));
        assertThatThrownBy(() -> frozen.put("x", 1))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_tree_without_a_ground_is_refused() {
        Object deep = "ground";
        for (int i = 0; i < 200; i++) {
            deep = Map.of("a", deep);
        }
        Map<String, Object> tree = JsonTree.map(deep);
        assertThatThrownBy(() -> JsonTree.frozen(tree))
                .hasMessage("Expected a tree of at most 100 levels, but got more");
    }
}
