package dev.fairlead.sandbox.watcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.listen.Reading;
import dev.fairlead.topics.listen.WordReader;
import dev.fairlead.topics.publish.Family;

/** Everything on a cluster's topic of observations, as the orchestrator would read it. */
final class HeardTopic implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;

    private final WordReader<Observation> observations = new WordReader<>(Family.OBSERVATION,
            new WordCodec<>(WordJson.tolerant(), Observation.class, List.of()));

    private final WordReader<Heartbeat> heartbeats = new WordReader<>(Family.HEARTBEAT,
            new WordCodec<>(WordJson.tolerant(), Heartbeat.class, List.of()));

    private final List<Observation> heard = new CopyOnWriteArrayList<>();

    private final List<Heartbeat> beats = new CopyOnWriteArrayList<>();

    HeardTopic(String bootstrapServers, String cluster) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(Topics.observation(cluster), 0)));
    }

    /** All observations so far, those of restatements one by one. */
    List<Observation> observations() {
        poll();
        return heard.stream()
                .flatMap(each -> each instanceof TargetRestated all
                        ? java.util.stream.Stream.concat(java.util.stream.Stream.of(each),
                                all.parts().stream())
                        : java.util.stream.Stream.of(each))
                .toList();
    }

    List<Heartbeat> heartbeats() {
        poll();
        return beats;
    }

    private void poll() {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
            if (observations.read(record) instanceof Reading.Understood<Observation>(var said)) {
                heard.add(said.word());
            } else if (heartbeats.read(record) instanceof Reading.Understood<Heartbeat>(var beat)) {
                beats.add(beat.word());
            } else {
                throw new IllegalStateException("strange record " + record);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
