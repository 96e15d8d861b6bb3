package dev.fairlead.orchestrator.boot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.orchestrator.console.Readings;
import dev.fairlead.orchestrator.loop.DecisionLoop;
import dev.fairlead.topics.KafkaClients;

/** Reads lags and dead letters from the broker, when somebody looks at the page. */
final class KafkaReadings implements Readings, AutoCloseable {

    /** For the whole of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String DEAD = ".dead";
    private static final Logger LOG = LoggerFactory.getLogger(KafkaReadings.class);

    private final KafkaClients clients;
    private final DecisionLoop loop;
    private final Map<String, Admin> admins = new HashMap<>();

    KafkaReadings(KafkaClients clients, DecisionLoop loop) {
        this.clients = clients;
        this.loop = loop;
    }

    @Override
    public String here() {
        var report = loop.report();
        String stage = report.stage().name().toLowerCase(Locale.ROOT);
        return report.detail().isEmpty() ? stage : stage + ": " + report.detail();
    }

    @Override
    public List<Topic> topics() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            return read(admin(), deadline);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.info("lags not known error=\"{}\"", e.toString());
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<Topic> read(Admin admin, long deadline)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<Topic> topics = new ArrayList<>();
        Set<String> names = within(admin.listTopics().names(), deadline);
        List<String> dead = names.stream().filter(it -> it.endsWith(DEAD)).toList();
        Map<String, Long> kept = lengths(admin, dead, deadline);
        kept.forEach((topic, records) -> topics.add(new Topic(topic, "", records)));
        for (var group : within(admin.listGroups().all(), deadline)) {
            if (group.type().filter(it -> it.name().equals("SHARE")).isEmpty()) {
                topics.addAll(lags(admin, group.groupId(), deadline));
            }
        }
        topics.sort(Comparator.comparing(Topic::name).thenComparing(Topic::reader));
        return topics;
    }

    private static List<Topic> lags(Admin admin, String group, long deadline)
            throws ExecutionException, InterruptedException, TimeoutException {
        ListConsumerGroupOffsetsResult asked = admin.listConsumerGroupOffsets(group);
        Map<TopicPartition, OffsetAndMetadata> read =
                within(asked.partitionsToOffsetAndMetadata(), deadline);
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        read.keySet().forEach(it -> ends.put(it, OffsetSpec.latest()));
        var found = within(admin.listOffsets(ends).all(), deadline);
        Map<String, Long> lags = new TreeMap<>();
        read.forEach((part, offset) -> {
            if (offset != null) {
                lags.merge(part.topic(), Math.max(0, at(found, part) - offset.offset()),
                        Long::sum);
            }
        });
        return lags.entrySet()
                .stream()
                .map(it -> new Topic(it.getKey(), group, it.getValue()))
                .toList();
    }

    private static Map<String, Long> lengths(Admin admin, List<String> topics, long deadline)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> first = new HashMap<>();
        Map<TopicPartition, OffsetSpec> last = new HashMap<>();
        within(admin.describeTopics(topics).allTopicNames(), deadline)
                .forEach((name, topic) -> topic.partitions().forEach(part -> {
                    first.put(new TopicPartition(name, part.partition()), OffsetSpec.earliest());
                    last.put(new TopicPartition(name, part.partition()), OffsetSpec.latest());
                }));
        var begins = within(admin.listOffsets(first).all(), deadline);
        Map<String, Long> lengths = new TreeMap<>();
        within(admin.listOffsets(last).all(), deadline)
                .forEach((part, end) -> lengths.merge(part.topic(),
                        end.offset() - at(begins, part), Long::sum));
        return lengths;
    }

    /** What Kafka was asked for it answers. */
    private static long at(Map<TopicPartition, ListOffsetsResultInfo> offsets,
            TopicPartition part) {
        return Objects.requireNonNull(offsets.get(part), part::toString).offset();
    }

    private static <T> T within(KafkaFuture<T> future, long deadline)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private synchronized Admin admin() {
        return admins.computeIfAbsent("one", _ -> clients.admin());
    }

    @Override
    public synchronized void close() {
        admins.values().forEach(it -> it.close(Duration.ZERO));
        admins.clear();
    }
}
