package dev.fairlead.orchestrator.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.orchestrator.testlog.TestPostgres;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.Family;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.publish.WordPublisher;
import dev.fairlead.topics.testkafka.TestKafka;

/** Orchestrators on a real Postgres and a real Kafka, and those who talk to them. */
final class Town implements AutoCloseable {

    final TestPostgres postgres = TestPostgres.started();
    final TestKafka kafka = TestKafka.started();
    final ProducerLine line = new ProducerLine(kafka.clients("test"));

    ConfigurableApplicationContext run(DatabaseAddress log, String... more) {
        SpringApplicationBuilder app = OrchestratorMain.application();
        List<String> arguments = new ArrayList<>(arguments(log));
        arguments.addAll(List.of(more));
        return app.run(arguments.toArray(String[]::new));
    }

    /** An orchestrator as a process of its own, which ends with us. */
    Process spawn(DatabaseAddress log) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED", "-cp",
                        System.getProperty("java.class.path"), OrchestratorMain.class.getName()));
        command.addAll(arguments(log));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<String> arguments(DatabaseAddress log) {
        return List.of("--server.port=0", "--spring.datasource.url=" + log.url(),
                "--spring.datasource.username=" + log.username(),
                "--spring.datasource.password=" + log.password(),
                "--fairlead.database.schema=" + log.schema(),
                "--fairlead.kafka.bootstrap-servers=" + kafka.address(),
                "--fairlead.clusters[0].name=eu-1");
    }

    boolean ready(ConfigurableApplicationContext app) {
        return RestClient.create()
                .get()
                .uri(address(app) + "/actuator/health/readiness")
                .exchange((request, response) -> response.getStatusCode().is2xxSuccessful());
    }

    String body(ConfigurableApplicationContext app, String path) {
        return String.valueOf(RestClient.create()
                .get()
                .uri(address(app) + path)
                .retrieve()
                .body(String.class));
    }

    String address(ConfigurableApplicationContext app) {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) app).getWebServer().getPort();
    }

    void say(Observation observation) {
        var publisher = new WordPublisher<>(Family.OBSERVATION,
                new WordCodec<>(WordJson.tolerant(), Observation.class, List.of()), line);
        String target = observation.target().toString();
        publisher.publish(Topics.observation(observation.target().cluster()), target, observation,
                Origin.of(java.util.UUID.randomUUID().toString(), "/test", target, Instant.now()))
                .join();
    }

    /** How many orders about a target were published. */
    int orders(TargetKey target) {
        return (int) orders().stream().filter(it -> it.key().equals(target.toString())).count();
    }

    /** Whatever the answer's status. */
    String text(ConfigurableApplicationContext app, String path) {
        return RestClient.create()
                .get()
                .uri(address(app) + path)
                .exchange((request, response) -> new String(response.getBody().readAllBytes(),
                        StandardCharsets.UTF_8));
    }

    List<ConsumerRecord<String, byte[]>> orders() {
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

    @Override
    public void close() throws Exception {
        line.close();
        kafka.close();
        postgres.close();
    }
}
