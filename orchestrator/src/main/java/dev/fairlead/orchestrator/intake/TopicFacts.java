package dev.fairlead.orchestrator.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

import dev.fairlead.orchestrator.loop.Fleet;
import dev.fairlead.orchestrator.loop.Intake.End;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaTrouble;
import dev.fairlead.topics.TopicCreation;
import dev.fairlead.topics.TopicPlan;
import dev.fairlead.topics.TopicSpec;
import dev.fairlead.topics.Topics;

/** What brokers say of the topics: which they are, where they begin and end. Safe for threads. */
final class TopicFacts implements AutoCloseable {

    /** Time for one answer. */
    static final Duration ANSWER = Duration.ofSeconds(10);

    private final KafkaClients clients;
    private final Fleet fleet;
    private @Nullable Admin admin;

    TopicFacts(KafkaClients clients, Fleet fleet) {
        this.clients = clients;
        this.fleet = fleet;
    }

    /** What the orchestrator reads; each of these has one partition. */
    List<TopicPartition> read() {
        List<TopicPartition> read = new ArrayList<>();
        fleet.clusters().forEach(cluster -> {
            read.add(new TopicPartition(Topics.observation(cluster), 0));
            read.add(new TopicPartition(Topics.report(cluster), 0));
        });
        fleet.distinctPools()
                .forEach(pool -> read.add(
                        new TopicPartition(Topics.report(pool), 0)));
        return read.stream().distinct().toList();
    }

    /** Makes the topics that are missing. Waits; fails with {@link KafkaTrouble}. */
    Map<String, Uuid> ensure() {
        List<TopicSpec> specs = new ArrayList<>(TopicPlan.ofEngine());
        fleet.clusters().forEach(cluster -> specs.addAll(TopicPlan.ofCluster(cluster)));
        fleet.distinctPools().forEach(pool -> specs.addAll(TopicPlan.ofPool(pool)));
        Map<String, TopicSpec> byName = new HashMap<>();
        specs.forEach(spec -> byName.putIfAbsent(spec.name(), spec));
        return new TopicCreation(clients).ensure(List.copyOf(byName.values()));
    }

    /** Where the topics that are read begin. Waits; fails with {@link KafkaTrouble}. */
    Map<TopicPartition, Long> beginnings() {
        try {
            return offsets(read(), OffsetSpec.earliest()).get(ANSWER.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaTrouble("Kafka does not say where topics begin: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaTrouble("Interrupted while waiting for Kafka", e);
        }
    }

    /** Where the topics that tell of a cluster end. Does not wait. */
    CompletableFuture<List<End>> ends(String cluster) {
        String observation = Topics.observation(cluster);
        List<TopicPartition> asked = new ArrayList<>();
        asked.add(new TopicPartition(observation, 0));
        asked.add(new TopicPartition(Topics.report(cluster), 0));
        fleet.poolOf(cluster)
                .filter(pool -> !pool.equals(cluster))
                .ifPresent(pool -> asked.add(new TopicPartition(Topics.report(pool), 0)));
        return offsets(asked, OffsetSpec.latest())
                .thenApply(ends -> ends.entrySet()
                        .stream()
                        .map(end -> new End(end.getKey().topic(), end.getKey().partition(),
                                end.getKey().topic().equals(observation), end.getValue()))
                        .toList());
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }

    private CompletableFuture<Map<TopicPartition, Long>> offsets(List<TopicPartition> asked,
            OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        asked.forEach(partition -> question.put(partition, which));
        try {
            return open().listOffsets(question)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .thenApply(TopicFacts::plain);
        } catch (org.apache.kafka.common.KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Map<TopicPartition, Long> plain(
            Map<TopicPartition, ListOffsetsResultInfo> answers) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answers.forEach((partition, answer) -> offsets.put(partition, answer.offset()));
        return offsets;
    }

    private synchronized Admin open() {
        Admin open = admin;
        if (open == null) {
            open = clients.admin();
            admin = open;
        }
        return open;
    }
}
