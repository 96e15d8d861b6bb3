package dev.fairlead.orchestrator.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.orchestrator.testlog.Claims;
import dev.fairlead.orchestrator.testlog.TestPostgres;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.Family;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.publish.WordPublisher;
import dev.fairlead.topics.testkafka.TestKafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole orchestrator on a real Postgres and a real Kafka. */
class OrchestratorIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TargetKey SHOP = new TargetKey("eu-1", "prod", "shop");

    private static TestPostgres postgres;
    private static TestKafka kafka;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.started();
        kafka = TestKafka.started();
    }

    @AfterAll
    static void stop() throws Exception {
        kafka.close();
        postgres.close();
    }

    @Test
    void an_observation_becomes_facts_and_orders_and_the_next_instance_goes_on() {
        DatabaseAddress log = postgres.newLog();
        try (var first = run(log); var line = new ProducerLine(kafka.clients("test"))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(ready(first)).isTrue());
            say(line, Claims.definition(SHOP, "uid-1", 1, 1));
            say(line, Claims.revision(SHOP, "uid-1", 2, "v1"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(orders()).anyMatch(
                            record -> record.key().equals(SHOP.toString())));
            assertThat(body(first, "/api/targets")).contains("eu-1/prod/shop");
            assertThat(body(first, "/api/targets/eu-1/prod/shop")).contains("\"why\"", "uid-1");
            assertThat(body(first, "/api/targets/eu-1/prod/shop/events"))
                    .contains("TargetRegistered", "RecordObservation", "sha256:");
            assertThat(body(first, "/actuator/prometheus")).contains("fairlead_loop_active 1.0",
                    "fairlead_relay_lag_events");

            try (var second = run(log)) {
                await().atMost(SOON).untilAsserted(() -> assertThat(ready(second)).isTrue());
                assertThat(body(second, "/actuator/prometheus"))
                        .contains("fairlead_loop_active 0.0");
                long before = orders().size();
                first.close();
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(body(second, "/actuator/prometheus"))
                                        .contains("fairlead_loop_active 1.0"));
                say(line, Claims.definition(SHOP, "uid-2", 9, 1));
                say(line, Claims.revision(SHOP, "uid-2", 10, "v2"));
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat((long) orders().size()).isGreaterThan(before));
                assertThat(TestPostgres.sql(log)
                        .sql("select count(*) from event where type = 'EpochBegun'")
                        .query(Long.class)
                        .single()).isEqualTo(1);
            }
        }
    }

    private static ConfigurableApplicationContext run(DatabaseAddress log) {
        SpringApplicationBuilder app = OrchestratorMain.application();
        return app.run("--server.port=0", "--spring.datasource.url=" + log.url(),
                "--spring.datasource.username=" + log.username(),
                "--spring.datasource.password=" + log.password(),
                "--fairlead.database.schema=" + log.schema(),
                "--fairlead.kafka.bootstrap-servers=" + kafka.address(),
                "--fairlead.clusters[0].name=eu-1");
    }

    private static boolean ready(ConfigurableApplicationContext app) {
        return RestClient.create()
                .get()
                .uri(address(app) + "/actuator/health/readiness")
                .exchange((request, response) -> response.getStatusCode().is2xxSuccessful());
    }

    private static String body(ConfigurableApplicationContext app, String path) {
        return String.valueOf(RestClient.create()
                .get()
                .uri(address(app) + path)
                .retrieve()
                .body(String.class));
    }

    private static String address(ConfigurableApplicationContext app) {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) app).getWebServer().getPort();
    }

    private static void say(ProducerLine line, Observation observation) {
        var publisher = new WordPublisher<>(Family.OBSERVATION,
                new WordCodec<>(WordJson.tolerant(), Observation.class, List.of()), line);
        String target = observation.target().toString();
        publisher.publish(Topics.observation(observation.target().cluster()), target, observation,
                Origin.of(java.util.UUID.randomUUID().toString(), "/test", target, Instant.now()))
                .join();
    }

    private static List<ConsumerRecord<String, byte[]>> orders() {
        var partition = new TopicPartition(Topics.changeOrder("eu-1"), 0);
        try (Consumer<String, byte[]> consumer = kafka.clients("test").assignedConsumer("test")) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
