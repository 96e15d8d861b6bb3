package dev.fairlead.topics;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Kafka is reached.
 *
 * @param bootstrapServers
 *            {@code host:port}, several separated by commas
 * @param replicas
 *            copies of each topic that is made; 0 or less for the brokers' default
 * @param instance
 *            a name of this process that stays over restarts and is never used twice at a time,
 *            such as a pod of a StatefulSet; empty when there is none
 * @param properties
 *            handed to every client as they are, such as {@code security.protocol}
 */
@ConfigurationProperties("fairlead.kafka")
public record KafkaSettings(@DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue("0") int replicas, @DefaultValue("") String instance,
        @DefaultValue Map<String, String> properties) {

    public KafkaSettings {
        properties = Map.copyOf(properties);
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "Expected fairlead.kafka.bootstrap-servers as host:port, but got nothing");
        }
    }

    public static KafkaSettings at(String bootstrapServers) {
        return new KafkaSettings(bootstrapServers, 0, "", Map.of());
    }
}
