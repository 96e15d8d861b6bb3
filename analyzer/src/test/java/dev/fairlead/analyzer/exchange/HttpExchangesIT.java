package dev.fairlead.analyzer.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.permanentRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class HttpExchangesIT {

    private static final int LIMIT = 1_000;

    private final WireMockServer server = new WireMockServer(
            wireMockConfig().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
    private final HttpExchanges exchanges = new HttpExchanges(LIMIT);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        exchanges.close();
        server.stop();
    }

    @Test
    void a_body_is_read_up_to_the_limit() throws Exception {
        assertThat(answered(aResponse().withBody("x".repeat(LIMIT))).cut()).isFalse();
        Reply reply = answered(aResponse().withBody("x".repeat(5_000_000)));
        assertThat(reply.cut()).isTrue();
        assertThat(reply.body()).hasSize(LIMIT);
    }

    @Test
    void a_server_that_is_silent_or_dribbles_is_left_in_time() {
        assertThat(timeOf(aResponse().withFixedDelay(10_000))).isLessThan(Duration.ofSeconds(8));
        assertThat(
                timeOf(aResponse().withBody("x".repeat(900)).withChunkedDribbleDelay(20, 10_000)))
                .isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void what_the_server_asks_for_is_heard() throws Exception {
        Reply reply = answered(aResponse().withStatus(429).withHeader("Retry-After", "3"));
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_redirect_is_followed_with_its_body() throws Exception {
        server.stubFor(post("/old").willReturn(permanentRedirect("/new").withStatus(308)));
        server.stubFor(post("/new").willReturn(aResponse().withBody("here")));
        assertThat(exchanges.ask(question("POST", plain() + "/old", false)).body())
                .isEqualTo("here");
        server.verify(1, postRequestedFor(urlEqualTo("/new")));
    }

    @Test
    void a_certificate_that_nobody_knows_is_refused_unless_it_goes_unchecked() throws Exception {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("hello")));
        String url = "https://127.0.0.1:" + server.httpsPort() + "/";
        assertThat(failure(question("GET", url, false))).isNotNull()
                .hasMessageStartingWith("tls: ")
                .matches(failure -> !failure.isPassing());
        assertThat(exchanges.ask(question("GET", url, true)).body()).isEqualTo("hello");
    }

    @Test
    void where_nobody_listens_the_reason_is_told_without_the_url() {
        server.stop();
        assertThat(failure(question("GET", "http://127.0.0.1:1/s3cret", false))).isNotNull()
                .hasMessageNotContaining("s3cret")
                .matches(NoReply::isPassing);
        assertThat(failure(question("GET", "http://nowhere.invalid/s3cret", false)))
                .hasMessage("no such host");
    }

    private Reply answered(ResponseDefinitionBuilder answer) throws NoReply {
        server.stubFor(any(anyUrl()).willReturn(answer));
        return exchanges.ask(question("GET", plain() + "/", false));
    }

    private Duration timeOf(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
        long begun = System.nanoTime();
        assertThat(failure(question("GET", plain() + "/", false)))
                .hasMessage("no answer within 2000 ms");
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private String plain() {
        return "http://127.0.0.1:" + server.port();
    }

    private NoReply failure(Question question) {
        return catchThrowableOfType(NoReply.class, () -> exchanges.ask(question));
    }

    private static Question question(String method, String url, boolean unverified) {
        return new Question(method, URI.create(url), Map.of(), "{}", Duration.ofSeconds(2),
                unverified);
    }
}
