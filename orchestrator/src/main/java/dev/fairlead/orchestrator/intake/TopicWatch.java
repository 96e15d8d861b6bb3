package dev.fairlead.orchestrator.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.topics.KafkaTrouble;

/** Makes sure of the topics from time to time, in the background, and remembers which they are. */
final class TopicWatch implements AutoCloseable {

    /** Time between two looks. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    /** Time to the next look after one that failed. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);

    private final TopicFacts facts;
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("topic-watch").factory());
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Known known;
    private volatile String trouble = "topics are being looked for";
    private volatile long nextLook = System.nanoTime();
    private Map<String, Uuid> told = Map.of();

    TopicWatch(TopicFacts facts) {
        this.facts = facts;
    }

    /** Looks again when it is time; whether the topics are known. */
    boolean look() {
        if (System.nanoTime() - nextLook >= 0 && looking.compareAndSet(false, true)) {
            worker.execute(this::ask);
        }
        return known != null;
    }

    /** What was known may be wrong. */
    void expire() {
        nextLook = System.nanoTime();
        look();
    }

    String trouble() {
        return trouble;
    }

    String id(String topic) {
        Known now = known;
        return now == null ? "" : String.valueOf(now.ids().get(topic));
    }

    long beginning(TopicPartition partition) {
        Known now = known;
        return now == null ? 0 : now.beginnings().getOrDefault(partition, 0L);
    }

    /** Topics that have another id than at the last call. */
    Set<String> replaced() {
        look();
        Known now = known;
        Set<String> replaced = new HashSet<>();
        if (now != null && now.ids() != told) {
            told.forEach((topic, id) -> {
                if (!id.equals(now.ids().get(topic))) {
                    replaced.add(topic);
                }
            });
            told = now.ids();
        }
        return replaced;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void ask() {
        try {
            Map<String, Uuid> ids = new HashMap<>(facts.ensure());
            known = new Known(ids, facts.beginnings());
            trouble = "";
            nextLook = System.nanoTime() + LOOK_EVERY.toNanos();
        } catch (KafkaTrouble | KafkaException e) {
            trouble = String.valueOf(e.getMessage());
            LOG.warn("topics are not known error=\"{}\"", trouble);
            nextLook = System.nanoTime() + LOOK_AGAIN.toNanos();
        } finally {
            looking.set(false);
        }
    }

    private record Known(Map<String, Uuid> ids, Map<TopicPartition, Long> beginnings) {}
}
