package dev.fairlead.notifier.channel;

import java.time.Duration;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.events.order.SendNotice.Field;
import dev.fairlead.notifier.notice.Notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

/** What every channel does with what its service answers. */
public abstract class ChannelContract {

    protected static final String PATH = "/services/T00/B00/very-secret";
    protected final Webhook webhook = new Webhook();
    protected WireMockServer service;

    protected abstract Channel channel();

    @BeforeEach
    void startService() {
        service = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        service.start();
    }

    @AfterEach
    void stopService() {
        webhook.close();
        service.stop();
    }

    @Test
    void two_hundred_is_taken() {
        assertThat(answered(aResponse().withStatus(200).withBody("ok")))
                .isEqualTo(new Delivery.Taken());
    }

    @Test
    void too_many_requests_is_busy_for_as_long_as_asked() {
        assertThat(answered(aResponse().withStatus(429).withHeader("Retry-After", "3")))
                .isEqualTo(new Delivery.Busy("Status 429", Duration.ofSeconds(3)));
    }

    @Test
    void an_error_of_the_service_may_pass() {
        assertThat(answered(aResponse().withStatus(503))).isInstanceOf(Delivery.Busy.class);
    }

    @Test
    void an_error_of_ours_is_final_and_quoted() {
        assertThat(answered(aResponse().withStatus(404).withBody("no_service")))
                .isEqualTo(new Delivery.Refused("Status 404: no_service"));
    }

    @Test
    void a_broken_connection_may_pass_and_tells_no_secret() {
        var delivery = answered(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(delivery).isInstanceOf(Delivery.Busy.class);
        assertThat(delivery.toString()).doesNotContain("very-secret").doesNotContain("xoxb");
    }

    @Test
    void a_service_that_hangs_is_left_after_the_limit() {
        long begun = System.nanoTime();
        var delivery = answered(aResponse().withFixedDelay(20_000));
        assertThat(delivery).isInstanceOf(Delivery.Busy.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void an_address_of_another_kind_is_refused_without_being_told() {
        var place = new Place("r", "u", "ftp://very-secret", "", "");
        assertThat(channel().deliver("id", notice(Severity.INFO), place))
                .isInstanceOf(Delivery.Refused.class)
                .asString()
                .doesNotContain("very-secret");
    }

    protected Delivery answered(ResponseDefinitionBuilder answer) {
        service.stubFor(any(anyUrl()).willReturn(answer));
        return channel().deliver("target/eu-1/prod/shop@7/0", notice(Severity.ERROR),
                place("xoxb"));
    }

    protected Place place(String token) {
        return new Place("releases", "flagger", service.baseUrl() + PATH, token, "");
    }

    protected static Notice notice(Severity severity) {
        return new Notice("shop.prod", "Failed checks threshold reached 2", severity,
                List.of(new Field("Cluster", "eu")));
    }
}
