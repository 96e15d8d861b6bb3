package dev.fairlead.analyzer.metrics.prometheus;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.analyzer.exchange.HttpExchanges;
import dev.fairlead.analyzer.metrics.Access;
import dev.fairlead.analyzer.metrics.MetricStore;
import dev.fairlead.analyzer.metrics.MetricStore.Sample;
import dev.fairlead.analyzer.metrics.MetricStoreContract;
import dev.fairlead.judge.Answer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class PrometheusStoreIT extends MetricStoreContract {

    private final HttpExchanges exchanges = new HttpExchanges(MetricStore.MAX_ANSWER_BYTES);
    private final PrometheusStore prometheus = new PrometheusStore(exchanges);

    @Override
    protected MetricStore store() {
        return prometheus;
    }

    @Override
    protected String value(String number) {
        return vector("{\"metric\":{},\"value\":[1732356000.1,\"" + number + "\"]}");
    }

    @Override
    protected String nothing() {
        return vector("");
    }

    @AfterEach
    void close() {
        exchanges.close();
    }

    @Test
    void the_base_path_is_kept_and_the_query_is_escaped_as_go_does() {
        server.stubFor(any(anyUrl()).willReturn(okJson(nothing())));
        String query = prometheus.wireForm("sum(\n   a{b=\"c\"} )  > 1");
        prometheus.ask(query, new Access(server.baseUrl() + "/prefix/?x=y", Map.of(), Map.of(),
                false));
        server.verify(1, getRequestedFor(urlEqualTo(
                "/prefix/api/v1/query?query=sum%28+a%7Bb%3D%22c%22%7D+%29+%3E+1")));
    }

    @Test
    void a_token_comes_before_a_password_and_both_before_user_info() {
        server.stubFor(any(anyUrl()).willReturn(okJson(nothing())));
        prometheus.ask("up", access(Map.of("token", "t", "username", "u", "password", "p")));
        prometheus.ask("up", access(Map.of("username", "u", "password", "p")));
        prometheus.ask("up", new Access(server.baseUrl().replace("//", "//x:y@"), Map.of(),
                Map.of(), false));
        for (String value : List.of("Bearer t", "Basic dTpw", "Basic eDp5")) {
            server.verify(1, getRequestedFor(urlEqualTo("/api/v1/query?query=up"))
                    .withHeader("Authorization", equalTo(value)));
        }
    }

    @Test
    void half_a_secret_is_not_used() {
        assertThat(prometheus.ask("up", access(Map.of("username", "u"))).answer())
                .isInstanceOf(Answer.Unasked.class)
                .asString()
                .contains("has no password");
    }

    @Test
    void headers_of_the_template_are_sent_with_all_their_values() {
        server.stubFor(any(anyUrl()).willReturn(okJson(nothing())));
        prometheus.ask("up", new Access(server.baseUrl(),
                Map.of("X-Scope-OrgID", List.of("team-a", "team-b")), Map.of(), false));
        server.verify(1, getRequestedFor(anyUrl()).withHeader("X-Scope-OrgID", equalTo("team-a"))
                .withHeader("X-Scope-OrgID", equalTo("team-b")));
    }

    @Test
    void of_several_series_the_last_one_counts() {
        assertThat(answered(okJson(vector("{\"value\":[1,\"1\"]},{\"value\":[1,\"2\"]}"))))
                .isEqualTo(new Sample(new Answer.Value(2), "2"));
    }

    @Test
    void infinity_is_a_value() {
        assertThat(answered(okJson(value("+Inf"))).answer())
                .isEqualTo(new Answer.Value(Double.POSITIVE_INFINITY));
    }

    @Test
    void a_range_is_too_much_and_a_scalar_is_no_answer() {
        assertThat(answered(okJson(vector("{\"metric\":{},\"values\":[[1,\"1\"]]}"))).answer())
                .isEqualTo(new Answer.Unreachable("query returned multiple values"));
        assertThat(answered(okJson(
                "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"1\"]}}"))
                .answer())
                .isInstanceOf(Answer.Unreachable.class)
                .asString()
                .contains("scalar");
    }

    @Test
    void an_error_reads_as_flaggers() {
        assertThat(answered(aResponse().withStatus(400).withBody("parse error\n")).answer())
                .isEqualTo(new Answer.Unreachable(
                        "error response: Status 400 Bad Request: parse error"));
    }

    private static String vector(String elements) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":["
                + elements + "]}}";
    }
}
