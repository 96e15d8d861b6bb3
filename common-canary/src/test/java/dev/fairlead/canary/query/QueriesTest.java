package dev.fairlead.canary.query;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.fairlead.canary.reading.Problem;
import dev.fairlead.canary.template.TemplateFailure;
import dev.fairlead.events.Address;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.MetricCheck.Kind;
import dev.fairlead.events.definition.MetricCheck.Range;
import dev.fairlead.events.definition.MetricSource;
import dev.fairlead.events.order.RunAnalysis.QueryNames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueriesTest {

    private static final QueryNames NAMES =
            new QueryNames("podinfo", "test-ns", "podinfo", "api", "edge.in", "rt");

    @Test
    void istio_is_asked_what_it_always_was_asked() {
        assertThat(onTheWire("istio", "request-success-rate"))
                .isEqualTo(" sum( rate( istio_requests_total{"
                        + " reporter=\"destination\", destination_workload_namespace=\"test-ns\","
                        + " destination_workload=~\"podinfo\", response_code!~\"5.*\" }[1m] ) ) / sum( rate("
                        + " istio_requests_total{ reporter=\"destination\", destination_workload_namespace=\"test-ns\","
                        + " destination_workload=~\"podinfo\" }[1m] ) ) * 100");
        assertThat(onTheWire("istio", "request-duration"))
                .isEqualTo(" histogram_quantile( 0.99, sum( rate("
                        + " istio_request_duration_milliseconds_bucket{ reporter=\"destination\","
                        + " destination_workload_namespace=\"test-ns\", destination_workload=~\"podinfo\" }[1m] ) ) by (le) )");
    }

    @ParameterizedTest
    @CsvSource({"appmesh:v1beta2,appmesh", "appmesh:service,appmesh", "gloo:service,gloo",
        "gatewayapi:v1,kubernetes",
        "gatewayapi:v1beta1,kubernetes", "istio:service,istio", "kubernetes:service,istio",
        "nginx:service,istio",
        "smi:v1alpha2,istio", "linkerd:service,istio"})
    void providers_share_query_sets_as_they_always_did(String provider, String same) {
        for (String metric : new String[]{"request-success-rate", "request-duration"}) {
            assertThat(BuiltInQueries.template(provider, metric))
                    .isEqualTo(BuiltInQueries.template(same, metric));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"istio", "appmesh", "linkerd", "contour", "gloo", "nginx", "kubernetes",
        "skipper",
        "traefik", "osm", "kuma", "apisix", "knative"})
    void every_provider_has_queries_of_its_own_that_render(String provider) {
        for (String metric : new String[]{"request-success-rate", "request-duration"}) {
            assertThat(onTheWire(provider, metric)).startsWith(" ")
                    .doesNotContain("{{", "\n")
                    .contains("[1m]");
            if (!provider.equals("istio")) {
                assertThat(BuiltInQueries.template(provider, metric))
                        .isNotEqualTo(BuiltInQueries.template("istio", metric));
            }
        }
    }

    @Test
    void names_of_routes_of_skipper_are_words() {
        assertThat(onTheWire("skipper", "request-duration")).contains(
                "route=~\"kube(ew)?_test_ns__edge_in_canary__.*__api_canary(_[0-9]+)?\"");
    }

    @Test
    void other_metrics_have_no_built_in_query() {
        assertThatThrownBy(() -> BuiltInQueries.template("istio", "latency"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("request-success-rate or request-duration");
    }

    @Test
    void a_template_of_a_user_has_all_names_and_variables() {
        String query = """
                custom{ns="{{ namespace }}", target="{{ target }}", canary="{{ name }}", svc="{{ service }}",
                  ing="{{ ingress }}", rt="{{ route }}", reporter="{{ variables.reporter }}"}[{{ interval }}]
                """;
        assertThat(WireQuery.collapsed(QueryTemplate.render(check(query), NAMES))).isEqualTo(
                "custom{ns=\"test-ns\", target=\"podinfo\", canary=\"podinfo\", svc=\"api\", ing=\"edge.in\","
                        + " rt=\"rt\", reporter=\"destination\"}[1m] ");
    }

    @Test
    void a_variable_that_is_not_given_is_named() {
        assertThatThrownBy(
                () -> QueryTemplate.render(check("up{a=\"{{ variables.zone }}\"}"), NAMES))
                .isInstanceOf(TemplateFailure.class)
                .hasMessage(
                        "template: query:1:9: executing \"query\" at <variables>: map has no entry for key"
                                + " \"zone\"");
    }

    @Test
    void a_query_that_cannot_be_asked_is_a_problem_of_the_canary() {
        assertThat(messages(check("up{a=\"{{ variables.zone }}\"}"))).containsExactly(
                "spec.analysis.metrics[1].templateRef: expected a query that renders, but got template: query:1:9:"
                        + " executing \"query\" at <variables>: map has no entry for key \"zone\"");
        assertThat(messages(check("{{ if }}")))
                .containsExactly("spec.analysis.metrics[1].templateRef: expected a"
                        + " query that renders, but got template: query:1: missing value for if");
        assertThat(messages(check("{{/* nothing */}}"))).containsExactly(
                "spec.analysis.metrics[1].templateRef: expected a query that renders, but got an empty one");
        assertThat(messages(check("up"))).isEmpty();
    }

    @Test
    void a_source_that_computes_a_window_needs_a_duration_of_go() {
        assertThat(messages(check("datadog", "avg:x", "1min")))
                .containsExactly("spec.analysis.metrics[1].interval:"
                        + " expected a Go duration such as 30s or 1m, since datadog is asked for a window of it, but got"
                        + " \"1min\"");
        assertThat(messages(check("graphite", "target=x", "1min"))).isEmpty();
    }

    private static List<String> messages(MetricCheck check) {
        return QueryRules.problems("spec.analysis.metrics[1]", check, NAMES)
                .stream()
                .map(Problem::message)
                .toList();
    }

    private static String onTheWire(String provider, String metric) {
        return WireQuery.collapsed(
                QueryTemplate.render(check(BuiltInQueries.template(provider, metric)), NAMES));
    }

    private static MetricCheck check(String query) {
        return check("prometheus", query, "1m");
    }

    private static MetricCheck check(String type, String query, String interval) {
        MetricSource source = new MetricSource(type, "istio", Address.NONE, "", "", false);
        return new MetricCheck("latency", Kind.TEMPLATE, source, query, interval, new Range("", ""),
                Map.of("reporter", "destination"));
    }
}
