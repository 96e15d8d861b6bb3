package dev.fairlead.topics.listen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.events.wire.WordJson;
import dev.fairlead.topics.publish.CloudEventHeaders;
import dev.fairlead.topics.publish.Envelope;
import dev.fairlead.topics.publish.Family;
import dev.fairlead.topics.publish.Origin;
import dev.fairlead.topics.publish.ProducerLine;
import dev.fairlead.topics.publish.WordPublisher;

/** Says things on a topic, understandable or not. */
final class Talk {

    static final WordCodec<Observation> CODEC = new WordCodec<>(WordJson.tolerant(),
            Observation.class, List.of());
    static final WordReader<Observation> READER = new WordReader<>(Family.OBSERVATION, CODEC);

    private final String topic;
    private final ProducerLine line;
    private final WordPublisher<Observation> publisher;

    Talk(String topic, ProducerLine line) {
        this.topic = topic;
        this.line = line;
        this.publisher = new WordPublisher<>(Family.OBSERVATION, CODEC, line);
    }

    /** About target {@code name}, told apart by {@code life}. */
    void say(String name, String life) throws Exception {
        var word = new TargetGone(target(name), new Life(life));
        publisher.publish(topic, target(name).toString(), word, origin(name))
                .get(15, TimeUnit.SECONDS);
    }

    void sayUnknown(String name) throws Exception {
        raw(name, "TargetTeleported", "{}");
    }

    void sayUnreadable(String name) throws Exception {
        raw(name, "TargetGone", "{\"target\":\"no slashes\"}");
    }

    private void raw(String name, String word, String body) throws Exception {
        var envelope = new Envelope("id-" + word, "/test", Family.OBSERVATION.eventType(word), 1,
                target(name).toString(), Instant.EPOCH, "", 0, "");
        line.send(topic, target(name).toString(), CloudEventHeaders.write(envelope),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8)).get(15, TimeUnit.SECONDS);
    }

    static TargetKey target(String name) {
        return new TargetKey("eu-1", "prod", name);
    }

    private static Origin origin(String name) {
        return Origin.of(OrderId.of(target(name), new Fence(1, 1), 0).text(), "/test",
                target(name).toString(), Instant.EPOCH);
    }

    static Map<String, String> headers(Iterable<org.apache.kafka.common.header.Header> headers) {
        var map = new java.util.TreeMap<String, String>();
        headers.forEach(header -> map.put(header.key(),
                new String(header.value(), java.nio.charset.StandardCharsets.UTF_8)));
        return map;
    }
}
