package dev.fairlead.orchestrator.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.orchestrator.eventlog.ReadOffset;
import dev.fairlead.orchestrator.loop.Fleet;
import dev.fairlead.orchestrator.loop.Heard;
import dev.fairlead.orchestrator.loop.Intake;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.Topics;

/** Reads the topics by assignment; the offsets in the database are the truth. */
public final class KafkaIntake implements Intake, AutoCloseable {

    /** The group under which offsets are shown to lag tools; it has no members. */
    public static final String GROUP = "orchestrator";
    /** Time between two commits for lag tools, in ns. */
    private static final long SHOW_EVERY = Duration.ofSeconds(5).toNanos();

    /** Below the lease's time, for the loop waits meanwhile. */
    private static final Duration BEGINNINGS_WITHIN = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(KafkaIntake.class);

    private final KafkaClients clients;
    private final Fleet fleet;
    private final TopicFacts facts;
    private final TopicWatch watch;
    private final HeardRecords words;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Set<String> gaps = new HashSet<>();
    private Map<TopicPartition, OffsetAndMetadata> toShow = new HashMap<>();
    private long shownAt;
    private volatile @Nullable Consumer<String, byte[]> consumer;

    public KafkaIntake(KafkaClients clients, Fleet fleet) {
        this.clients = clients;
        this.fleet = fleet;
        this.facts = new TopicFacts(clients, fleet);
        this.watch = new TopicWatch(facts);
        this.words = new HeardRecords(fleet);
    }

    @Override
    public String prepare() {
        try {
            if (consumer == null) {
                consumer = clients.assignedConsumer(GROUP);
            }
            return watch.look() ? "" : "kafka: " + watch.trouble();
        } catch (KafkaException e) {
            return "kafka: " + e.getMessage();
        }
    }

    @Override
    public void open(List<ReadOffset> stored) {
        Consumer<String, byte[]> reader = reader();
        next.clear();
        gaps.clear();
        Map<String, ReadOffset> byPlace = new HashMap<>();
        stored.forEach(offset -> byPlace.put(offset.topic() + "/" + offset.partition(), offset));
        for (TopicPartition partition : facts.read()) {
            next.put(partition, start(partition,
                    byPlace.get(partition.topic() + "/" + partition.partition())));
        }
        reader.assign(next.keySet());
        next.forEach(reader::seek);
    }

    @Override
    public List<Heard> poll(Duration atMost) {
        followTopics();
        try {
            ConsumerRecords<String, byte[]> records = reader().poll(atMost);
            List<Heard> heard = new ArrayList<>(records.count());
            for (ConsumerRecord<String, byte[]> record : records) {
                heard.add(words.read(record));
                next.put(new TopicPartition(record.topic(), record.partition()),
                        record.offset() + 1);
            }
            return heard;
        } catch (WakeupException e) {
            return List.of();
        } catch (OffsetOutOfRangeException e) {
            outOfRange(e.partitions());
            return List.of();
        }
    }

    @Override
    public List<ReadOffset> positions() {
        List<ReadOffset> positions = new ArrayList<>();
        next.forEach((partition, offset) -> positions.add(new ReadOffset(partition.topic(),
                watch.id(partition.topic()), partition.partition(), offset)));
        return positions;
    }

    @Override
    public void stored(List<ReadOffset> positions) {
        positions.forEach(offset -> toShow.put(
                new TopicPartition(offset.topic(), offset.partition()),
                new OffsetAndMetadata(offset.next())));
        if (!toShow.isEmpty() && System.nanoTime() - shownAt > SHOW_EVERY) {
            shownAt = System.nanoTime();
            reader().commitAsync(toShow, (offsets, error) -> {
                if (error != null) {
                    LOG.debug("offsets not shown to lag tools", error);
                }
            });
            toShow = new HashMap<>();
        }
    }

    @Override
    public Set<String> gaps() {
        Set<String> found = Set.copyOf(gaps);
        gaps.clear();
        return found;
    }

    @Override
    public CompletableFuture<List<End>> ends(String cluster) {
        return facts.ends(cluster);
    }

    @Override
    public void wake() {
        Consumer<String, byte[]> reader = consumer;
        if (reader != null) {
            reader.wakeup();
        }
    }

    /** Stops reading; the clients are kept for the next term. */
    @Override
    public void close() {
        next.clear();
        Consumer<String, byte[]> reader = consumer;
        if (reader != null) {
            reader.unsubscribe();
        }
    }

    /** Ends for good. */
    public void shutDown() {
        Consumer<String, byte[]> reader = consumer;
        if (reader != null) {
            reader.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
        watch.close();
        facts.close();
    }

    private Consumer<String, byte[]> reader() {
        Consumer<String, byte[]> reader = consumer;
        if (reader == null) {
            throw new IllegalStateException("Expected to be prepared before it is opened");
        }
        return reader;
    }

    private long start(TopicPartition partition, @Nullable ReadOffset stored) {
        if (stored == null) {
            return watch.beginning(partition);
        }
        if (stored.topicId().equals(watch.id(partition.topic()))) {
            return stored.next();
        }
        LOG.warn("topic was made anew, reading from the beginning topic={}", partition.topic());
        tellGap(partition.topic());
        return watch.beginning(partition);
    }

    /** A topic that was deleted and made again while it was being read. */
    private void followTopics() {
        for (String topic : watch.replaced()) {
            LOG.warn("topic was made anew, reading from the beginning topic={}", topic);
            next.keySet()
                    .stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .toList()
                    .forEach(partition -> lost(partition, watch.beginning(partition)));
        }
    }

    private void outOfRange(Set<TopicPartition> partitions) {
        LOG.warn("offsets out of range, reading from the beginning offsets={}",
                partitions.stream().map(it -> it + "@" + next.get(it)).toList());
        reader().beginningOffsets(partitions, BEGINNINGS_WITHIN).forEach(this::lost);
        watch.expire();
    }

    private void lost(TopicPartition partition, long beginning) {
        next.put(partition, beginning);
        reader().seek(partition, beginning);
        tellGap(partition.topic());
    }

    /** What is lost of a pool's reports concerns every cluster of it. */
    private void tellGap(String topic) {
        fleet.pools().forEach((cluster, pool) -> {
            if (topic.equals(Topics.observation(cluster)) || topic.equals(Topics.report(cluster))
                    || topic.equals(Topics.report(pool))) {
                gaps.add(cluster);
            }
        });
    }
}
