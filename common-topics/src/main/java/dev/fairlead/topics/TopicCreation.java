package dev.fairlead.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes topics that are missing. Topics that exist are left as they are, settings included, for
 * they may be an operator's choice.
 */
public final class TopicCreation {

    /** All questions of one call together. */
    static final Duration DEADLINE = Duration.ofSeconds(30);
    /**
     * An idempotent producer that sends right after a topic was made can lose its first batch for
     * 120 s (KAFKA-15591).
     */
    static final Duration SETTLING = Duration.ofMillis(500);
    /** Time between two looks. */
    static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);

    private final KafkaClients clients;

    public TopicCreation(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * Makes what is missing and returns when every partition has a leader.
     *
     * @return the id of each topic; another id than before means that it was deleted and made anew
     * @throws KafkaTrouble
     *             when that is not so within {@link #DEADLINE}; the call may be repeated
     */
    public Map<String, Uuid> ensure(List<TopicSpec> specs) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        try (Admin admin = clients.admin()) {
            Set<String> names = new HashSet<>(specs.stream().map(TopicSpec::name).toList());
            Set<String> missing = new HashSet<>(names);
            missing.removeAll(await(admin.listTopics().names(), deadline));
            if (!missing.isEmpty()) {
                create(admin, specs.stream().filter(spec -> missing.contains(spec.name())).toList(),
                        deadline);
                pause(SETTLING);
            }
            return whenLed(admin, names, deadline);
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new KafkaTrouble("Topics cannot be made: " + e.getMessage(), e);
        }
    }

    private void create(Admin admin, List<TopicSpec> specs, long deadline) {
        short replicas = (short) (clients.settings().replicas() > 0
                ? clients.settings().replicas()
                : -1);
        var created = admin
                .createTopics(specs.stream().map(spec -> spec.toNewTopic(replicas)).toList());
        created.values().forEach((name, done) -> {
            try {
                await(done, deadline);
                LOG.info("topic made topic={}", name);
            } catch (TopicExistsException e) {
                LOG.debug("topic made by another topic={}", name, e);
            }
        });
    }

    private static Map<String, Uuid> whenLed(Admin admin, Set<String> names, long deadline) {
        while (true) {
            try {
                var found = await(admin.describeTopics(names).allTopicNames(), deadline);
                if (found.values().stream().allMatch(TopicCreation::isLed)) {
                    Map<String, Uuid> ids = new HashMap<>();
                    found.forEach((name, topic) -> ids.put(name, topic.topicId()));
                    return ids;
                }
            } catch (UnknownTopicOrPartitionException e) {
                LOG.debug("topics not known to the asked broker yet", e);
            }
            if (System.nanoTime() > deadline) {
                throw new KafkaTrouble("Topics have no leader after " + DEADLINE + ": " + names,
                        null);
            }
            pause(LOOK_AGAIN);
        }
    }

    private static boolean isLed(TopicDescription topic) {
        return topic.partitions()
                .stream()
                .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
    }

    private static <T> T await(KafkaFuture<T> future, long deadline) {
        try {
            return future.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.KafkaException cause) {
                throw cause;
            }
            throw new KafkaTrouble("Kafka gave no answer: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new KafkaTrouble("Kafka gave no answer within " + DEADLINE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaTrouble("Interrupted while waiting for Kafka", e);
        }
    }

    private static void pause(Duration time) {
        java.util.concurrent.locks.LockSupport.parkNanos(time.toNanos());
    }
}
