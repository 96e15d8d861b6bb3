package dev.fairlead.notifier.boot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.events.report.NoticeDelivered;
import dev.fairlead.events.report.NoticeUndelivered;
import dev.fairlead.events.report.Report;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.notifier.Orders;
import dev.fairlead.topics.TopicCreation;
import dev.fairlead.topics.TopicPlan;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.listen.Reading;
import dev.fairlead.topics.listen.WordReader;
import dev.fairlead.topics.publish.Family;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.publish.WordPublisher;
import dev.fairlead.topics.testkafka.TestKafka;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class NotifierIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final WordReader<Report> READER = new WordReader<>(Family.REPORT,
            new WordCodec<>(WordJson.tolerant(), Report.class, List.of()));
    private static TestKafka kafka;
    private static WireMockServer slack;
    private static ConfigurableApplicationContext notifier;
    private static ProducerLine line;
    private static WordPublisher<Order> orders;

    @BeforeAll
    static void start() {
        kafka = new TestKafka();
        slack = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        slack.start();
        // The notifier comes first: it must wait for Kafka and for its topics.
        notifier = NotifierMain.application()
                .run("--server.port=0", "--fairlead.kafka.bootstrap-servers=" + kafka.address(),
                        "--fairlead.notifier.cluster-name=eu", "--fairlead.notifier.worker=n-1",
                        "--fairlead.notifier.slack.url=" + slack.baseUrl() + "/default",
                        "--fairlead.notifier.slack.channel=general");
        assertThat(get("/actuator/health/readiness")).contains("OUT_OF_SERVICE")
                .contains("kafka at " + kafka.address());
        kafka.start();
        var clients = kafka.clients("test");
        new TopicCreation(clients).ensure(TopicPlan.ofPool("default"));
        line = new ProducerLine(clients);
        orders = new WordPublisher<>(Family.ORDER,
                new WordCodec<>(WordJson.tolerant(), Order.class, List.of()), line);
        await().atMost(SOON).until(() -> get("/actuator/health/readiness").contains("\"UP\""));
    }

    @AfterAll
    static void stop() throws Exception {
        notifier.close();
        line.close();
        slack.stop();
        kafka.close();
    }

    @Test
    void a_notice_without_routes_goes_to_the_default_channel() throws Exception {
        slack.stubFor(post("/default").willReturn(aResponse().withBody("ok")));
        order(Orders.notice("plain", 1, List.of()));
        assertThat(report("plain")).isInstanceOfSatisfying(NoticeDelivered.class, delivered -> {
            assertThat(delivered.deliveries()).isEqualTo(1);
            assertThat(delivered.order().worker()).isEqualTo("n-1");
        });
        assertThat(get("/actuator/prometheus")).contains("fairlead_notifier_attempts_seconds");
    }

    @Test
    void a_hanging_channel_holds_up_no_other_target_and_keeps_its_own_order() throws Exception {
        slack.stubFor(post("/hangs").willReturn(aResponse().withFixedDelay(60_000)));
        slack.stubFor(post("/quick").willReturn(aResponse().withBody("ok")));
        for (int i = 0; i < 5; i++) {
            order(Orders.notice("hanging", i + 1,
                    List.of(Orders.route("h", Severity.INFO, slack.baseUrl() + "/hangs"))));
        }
        long begun = System.nanoTime();
        order(Orders.notice("other", 1,
                List.of(Orders.route("q", Severity.ERROR, slack.baseUrl() + "/quick"))));
        assertThat(report("other")).isInstanceOf(NoticeDelivered.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        slack.verify(1, postRequestedFor(urlEqualTo("/hangs")));
    }

    @Test
    void a_refused_notice_and_one_that_came_too_late_are_reported() throws Exception {
        slack.stubFor(post("/gone")
                .willReturn(aResponse().withStatus(410).withBody("channel_is_archived")));
        order(Orders.notice("refused", 1,
                List.of(Orders.route("archive", Severity.INFO, slack.baseUrl() + "/gone"))));
        assertThat(report("refused")).isInstanceOfSatisfying(NoticeUndelivered.class, report -> {
            assertThat(report.channel()).isEqualTo("archive");
            assertThat(report.reason()).isEqualTo("Status 410: channel_is_archived");
        });
        order(Orders.expiring(Orders.notice("late", 1, List.of()), Instant.now()));
        assertThat(report("late")).isInstanceOfSatisfying(NoticeUndelivered.class,
                report -> assertThat(report.reason()).contains("expired"));
    }

    private static void order(SendNotice notice) throws Exception {
        String key = notice.head().target().toString();
        orders.publish(Topics.noticeOrder("default"), key, notice,
                Origin.of(notice.head().id().text(), "/test", key, Instant.now()))
                .get(10, TimeUnit.SECONDS);
    }

    /** The first report about a target. */
    private static Report report(String target) {
        List<Report> found = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = kafka.clients("test")
                .groupConsumer("reports-of-" + target)) {
            consumer.subscribe(List.of(Topics.report("default")));
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (READER.read(record) instanceof Reading.Understood<Report>(var heard)
                            && heard.key().equals("eu-1/prod/" + target)) {
                        found.add(heard.word());
                    }
                });
                return !found.isEmpty();
            });
        }
        return found.getFirst();
    }

    private static String get(String path) {
        String port = notifier.getEnvironment().getProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
