package dev.fairlead.sandbox.router;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.ConfigurableApplicationContext;

import dev.fairlead.events.order.Order;
import dev.fairlead.events.report.Report;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.router.boot.RouterMain;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaSettings;
import dev.fairlead.topics.TopicCreation;
import dev.fairlead.topics.TopicPlan;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.listen.DeadLetters;
import dev.fairlead.topics.listen.OrderedListening;
import dev.fairlead.topics.listen.Subscription;
import dev.fairlead.topics.listen.WordReader;
import dev.fairlead.topics.publish.Family;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.publish.WordPublisher;

import static org.awaitility.Awaitility.await;

/** A router as an application, with the two topics it knows of. */
final class RunningRouter implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final String cluster;
    private final Path kubeconfig;
    private final KafkaClients clients;
    private final ProducerLine line;
    private final WordPublisher<Order> orders;
    private final OrderedListening<Report> listening;
    private final Queue<Report> reports = new ConcurrentLinkedQueue<>();
    private ConfigurableApplicationContext application;

    RunningRouter(String cluster, Path kubeconfig, String kafka) {
        this.cluster = cluster;
        this.kubeconfig = kubeconfig;
        clients = new KafkaClients(KafkaSettings.at(kafka), "test");
        new TopicCreation(clients).ensure(TopicPlan.ofCluster(cluster));
        line = new ProducerLine(clients);
        orders = new WordPublisher<>(Family.ORDER,
                new WordCodec<>(WordJson.tolerant(), Order.class, List.of()), line);
        // Heartbeats stand on the same topic; what is no report is parked and not ours to see.
        listening = new OrderedListening<>(clients,
                Subscription.byKey("test-" + UUID.randomUUID(), Topics.report(cluster)),
                new WordReader<>(Family.REPORT,
                        new WordCodec<>(WordJson.tolerant(), Report.class, List.of())),
                heard -> reports.add(heard.word()), new DeadLetters(line, "test"));
        listening.start();
        application = run();
    }

    private ConfigurableApplicationContext run() {
        return RouterMain.application()
                .run("--server.port=0", "--fairlead.clusters[0].name=" + cluster,
                        "--fairlead.clusters[0].kubeconfig=" + kubeconfig,
                        "--fairlead.router.worker=router@test",
                        "--fairlead.router.include-label-prefix=app.kubernetes.io",
                        "--fairlead.kafka.bootstrap-servers="
                                + clients.settings().bootstrapServers());
    }

    /** Ends the application and starts another that remembers nothing. */
    void startAnew() {
        application.close();
        application = run();
    }

    void send(Order order) {
        var head = order.head();
        var origin = Origin.of(head.id().text(), "/fairlead/test", head.target().toString(),
                Instant.now());
        orders.publishWithin(LONG, Topics.changeOrder(cluster), head.target().toString(), order,
                origin);
    }

    /** Sends an order and waits for the one report that answers it. */
    Report answer(Order order) {
        reports.clear();
        send(order);
        return await().atMost(LONG)
                .until(() -> reports.stream()
                        .filter(report -> report.order().id().equals(order.head().id()))
                        .findFirst()
                        .orElse(null), report -> report != null);
    }

    List<Report> reports() {
        return new ArrayList<>(reports);
    }

    /** The calls of the router so far, with these tags. */
    double calls(String... tags) {
        return application.getBean(MeterRegistry.class)
                .find("fairlead.router.calls")
                .tags(tags)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public void close() {
        application.close();
        listening.stop();
        line.close();
    }
}
