package dev.fairlead.sandbox.bench.ground;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import dev.fairlead.sandbox.engine.EngineSettings;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaSettings;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.CloudEventHeaders;
import dev.fairlead.topics.publish.Envelope;

/** Reads along what analyzers report, and when they said it. */
public final class ReportTap implements AutoCloseable {

    private static final Duration ROUND = Duration.ofMillis(200);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final String POOL = "default";

    private final Queue<Said> said = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * One report.
     *
     * @param target its name alone
     */
    public record Said(String target, String word, Instant at) {}

    public ReportTap(BenchWorld ground) {
        var clients = new KafkaClients(
                KafkaSettings.at(ground.world().kafka().bootstrapServers()), "bench");
        Consumer<String, byte[]> consumer = clients.assignedConsumer("bench-tap");
        List<TopicPartition> parts = consumer.partitionsFor(Topics.report(POOL))
                .stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(parts);
        consumer.seekToEnd(parts);
        parts.forEach(consumer::position);
        thread = Thread.ofPlatform().name("bench-tap").start(() -> listen(consumer));
    }

    /** All analyses of a target that were scored since a moment, oldest first. */
    public List<Instant> scored(String target, Instant since) {
        return said.stream()
                .filter(it -> it.word().equals("AnalysisScored") && it.target().equals(target)
                        && !it.at().isBefore(since))
                .map(Said::at)
                .toList();
    }

    private void listen(Consumer<String, byte[]> consumer) {
        try (consumer) {
            while (running) {
                consumer.poll(ROUND).forEach(this::take);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        Envelope envelope = CloudEventHeaders.read(record.headers());
        String subject = envelope.subject();
        if (subject.startsWith(EngineSettings.CLUSTER + "/")) {
            said.add(new Said(subject.substring(subject.lastIndexOf('/') + 1), envelope.word(),
                    envelope.time()));
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(CLOSE_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
