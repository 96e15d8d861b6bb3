package dev.fairlead.topics;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it has to be.
 *
 * @param name
 *            its name
 * @param partitions
 *            from 1
 * @param retention
 *            how long records stay
 */
public record TopicSpec(String name, int partitions, Duration retention) {

    /** The largest record, in bytes: a word of 1 MiB, its headers and its frame. */
    public static final int MAX_MESSAGE_BYTES = (1 << 20) + (128 << 10);

    /** Where whoever gives up on a record of this topic leaves it. */
    TopicSpec dead(Duration kept) {
        return new TopicSpec(Topics.dead(name), 1, kept);
    }

    NewTopic toNewTopic(short replicas) {
        var configs = Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES));
        return new NewTopic(name, java.util.Optional.of(partitions),
                java.util.Optional.of(replicas)).configs(configs);
    }
}
