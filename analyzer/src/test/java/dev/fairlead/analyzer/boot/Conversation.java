package dev.fairlead.analyzer.boot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.RunAnalysis;
import dev.fairlead.events.report.Report;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
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

import static org.awaitility.Awaitility.await;

/** Speaks to an analyzer as the orchestrator does. */
final class Conversation {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final WordReader<Report> READER = new WordReader<>(Family.REPORT,
            new WordCodec<>(WordJson.tolerant(), Report.class, List.of()));

    private final TestKafka kafka;
    private final ConfigurableApplicationContext analyzer;
    private final ProducerLine line;
    private final WordPublisher<Order> orders;

    Conversation(TestKafka kafka, ConfigurableApplicationContext analyzer) {
        this.kafka = kafka;
        this.analyzer = analyzer;
        this.line = new ProducerLine(kafka.clients("test"));
        this.orders = new WordPublisher<>(Family.ORDER,
                new WordCodec<>(WordJson.tolerant(), Order.class, List.of()), line);
    }

    void awaitReady() {
        new TopicCreation(kafka.clients("test")).ensure(TopicPlan.ofPool("default"));
        await().atMost(SOON).until(() -> get("/actuator/health/readiness").contains("\"UP\""));
    }

    void order(Order order) throws Exception {
        boolean analysis = order instanceof RunAnalysis;
        String target = order.head().target().toString();
        orders.publish(analysis ? Topics.analysisOrder("default") : Topics.hookOrder("default"),
                analysis ? "analysis-" + target : target, order,
                Origin.of(order.head().id().text(), "/test", target, Instant.now()))
                .get(10, TimeUnit.SECONDS);
    }

    /** The first report about a target. */
    Report report(String target) {
        return reports(1, "eu-1/prod/" + target).getFirst();
    }

    /** Reads until so many reports came, and a moment longer to see whether more follow. */
    List<Report> reports(int count, String keysFrom) {
        List<Report> found = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = kafka.clients("test")
                .groupConsumer("reports-of-" + keysFrom.replace('/', '-'))) {
            consumer.subscribe(List.of(Topics.report("default")));
            await().atMost(SOON).until(() -> {
                found.addAll(poll(consumer, keysFrom));
                return found.size() >= count;
            });
            found.addAll(poll(consumer, keysFrom));
        }
        return found;
    }

    private static List<Report> poll(Consumer<String, byte[]> consumer, String keysFrom) {
        List<Report> found = new ArrayList<>();
        consumer.poll(Duration.ofMillis(300)).forEach(record -> {
            if (READER.read(record) instanceof Reading.Understood<Report>(var heard)
                    && heard.key().startsWith(keysFrom)) {
                found.add(heard.word());
            }
        });
        return found;
    }

    String get(String path) throws Exception {
        String port = analyzer.getEnvironment().getProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    void close() {
        line.close();
    }
}
