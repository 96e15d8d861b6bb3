package dev.fairlead.analyzer.metrics;

import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.analyzer.metrics.MetricStore.Sample;
import dev.fairlead.judge.Answer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

/** What every metric store does with what its server answers: the four outcomes, and no secrets. */
public abstract class MetricStoreContract {

    protected WireMockServer server;

    protected abstract MetricStore store();

    /** An answer that says this value. */
    protected abstract String value(String number);

    /** An answer that knows no value. */
    protected abstract String nothing();

    @BeforeEach
    void startServer() {
        server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void a_value_is_a_value_and_kept_as_it_came() {
        assertThat(answered(aResponse().withBody(value("99.50"))))
                .isEqualTo(new Sample(new Answer.Value(99.5), "99.50"));
    }

    @Test
    void no_value_is_empty() {
        assertThat(answered(aResponse().withBody(nothing())))
                .isEqualTo(Sample.of(new Answer.Empty()));
    }

    @Test
    void not_a_number_is_told_apart_from_nothing() {
        assertThat(answered(aResponse().withBody(value("NaN"))).answer())
                .isEqualTo(new Answer.NotANumber());
    }

    @Test
    void an_error_is_unreachable_with_what_the_server_says() {
        assertThat(answered(aResponse().withStatus(503).withBody("overloaded")).answer())
                .isInstanceOf(Answer.Unreachable.class)
                .asString()
                .contains("503", "overloaded");
    }

    @Test
    void something_else_than_an_answer_is_unreachable() {
        assertThat(answered(aResponse().withBody("<html>login</html>")).answer())
                .isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void a_broken_connection_is_unreachable_and_tells_no_secret() {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        var sample = store().ask("up", new Access(
                server.baseUrl().replace("http://", "http://user:s3cret@"), Map.of(),
                Map.of("token", "t0ken"), false));
        assertThat(sample.answer()).isInstanceOf(Answer.Unreachable.class)
                .asString()
                .doesNotContain("s3cret")
                .doesNotContain("t0ken");
    }

    @Test
    void a_server_that_hangs_is_left_after_the_limit() {
        long begun = System.nanoTime();
        assertThat(answered(aResponse().withFixedDelay(20_000)).answer())
                .isInstanceOf(Answer.Unreachable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isLessThan(MetricStore.TIMEOUT.plusSeconds(3));
    }

    @Test
    void an_endless_answer_is_unreachable() {
        assertThat(answered(aResponse().withBody(
                value("1").replace("1", "1".repeat(MetricStore.MAX_ANSWER_BYTES)))).answer())
                .isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void an_address_that_is_none_is_not_asked_and_not_shown() {
        var sample = store().ask("up", new Access("s3cret", Map.of(), Map.of(), false));
        assertThat(sample.answer()).isInstanceOf(Answer.Unasked.class)
                .asString()
                .doesNotContain("s3cret");
    }

    protected Sample answered(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
        return store().ask("up", access(Map.of()));
    }

    protected Access access(Map<String, String> secret) {
        return new Access(server.baseUrl(), Map.of(), secret, false);
    }
}
