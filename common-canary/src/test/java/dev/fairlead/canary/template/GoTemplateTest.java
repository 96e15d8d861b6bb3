package dev.fairlead.canary.template;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The vectors are what Go 1.26 made of each template. */
class GoTemplateTest {

    private static final Map<String, TemplateFunction> FUNCTIONS = functions();

    @ParameterizedTest
    @MethodSource("vectors")
    void gives_what_go_gives(Map<String, String> vector) {
        String outcome;
        try {
            outcome = execute(vector.getOrDefault("template", ""));
        } catch (TemplateFailure failure) {
            outcome = "failure: " + failure.getMessage();
        }
        String error = vector.get("error");
        assertThat(outcome)
                .isEqualTo(error == null ? vector.getOrDefault("output", "") : "failure: " + error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ range 1000000000 }}{{ end }}", "{{ range 1000000 }}x{{ end }}",
        "{{ define \"r\" }}{{ template \"r\" }}{{ end }}{{ template \"r\" }}",
        "{{ $x := \"0123456789\" }}{{ range 30 }}{{ $x = print $x $x }}{{ end }}{{ $x }}",
        "{{ range 100 }}{{ printf \"%999999d\" 1 }}{{ end }}"})
    void what_would_run_for_ever_or_fill_the_memory_is_stopped(String template) {
        assertThatThrownBy(() -> execute(template)).isInstanceOf(TemplateFailure.class)
                .hasMessageMatching(
                        "(?s).*(more than|longer than|exceeded maximum template depth).*");
    }

    @Test
    void deep_nesting_is_stopped() {
        String deep = "{{ if true }}".repeat(5_000) + "{{ end }}".repeat(5_000);
        assertThatThrownBy(() -> execute(deep)).isInstanceOf(TemplateFailure.class);
        assertThatThrownBy(
                () -> execute("{{ " + "(".repeat(5_000) + "1" + ")".repeat(5_000) + " }}"))
                .isInstanceOf(TemplateFailure.class);
        assertThatThrownBy(() -> execute("x".repeat(Limits.LONGEST_SOURCE + 1)))
                .isInstanceOf(TemplateFailure.class)
                .hasMessage("template: query:1: longer than 65536 characters");
    }

    @Test
    void a_parsed_template_may_be_executed_again() {
        GoTemplate template =
                GoTemplate.parse("query", "{{ $x := 1 }}{{ $x = 2 }}{{ $x }}", Map.of());
        assertThat(List.of(template.execute(), template.execute())).containsExactly("2", "2");
    }

    private static String execute(String template) {
        return GoTemplate.parse("query", template, FUNCTIONS).execute();
    }

    static Stream<Map<String, String>> vectors() throws Exception {
        try (InputStream in = GoTemplateTest.class.getResourceAsStream("/template/vectors.json")) {
            return new JsonMapper().readValue(in, new TypeReference<List<Map<String, String>>>() {})
                    .stream();
        }
    }

    private static Map<String, TemplateFunction> functions() {
        Map<String, TemplateFunction> functions = new HashMap<>();
        Map.of("name", "podinfo", "namespace", "test", "target", "backend", "service", "api",
                "ingress", "edge",
                "route", "rt", "interval", "1m")
                .forEach((name, value) -> functions.put(name, TemplateFunction.constant(value)));
        functions.put("variables",
                TemplateFunction.constant(Map.of("reporter", "destination", "code", "5..", "empty",
                        "", "num", "3", "html", "<a href='x'>\"&\u2028é")));
        return functions;
    }
}
