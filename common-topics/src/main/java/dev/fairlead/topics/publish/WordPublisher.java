package dev.fairlead.topics.publish;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.events.wire.Word;
import dev.fairlead.events.wire.WordCodec;
import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaTrouble;

/**
 * Publishes the words of one family.
 *
 * @param <T>
 *            the family
 */
public final class WordPublisher<T> {

    /** The first pause after a failed send. */
    static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    /** The longest pause between two sends. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(WordPublisher.class);

    private final Family family;
    private final WordCodec<T> codec;
    private final ProducerLine line;

    public WordPublisher(Family family, WordCodec<T> codec, ProducerLine line) {
        this.family = family;
        this.codec = codec;
        this.line = line;
    }

    /**
     * Publishes once.
     *
     * @return fails with {@link KafkaTrouble} after about {@link KafkaClients#DELIVERY_TIMEOUT_MS}
     * @throws IllegalStateException
     *             when the word is too large
     */
    public CompletableFuture<RecordMetadata> publish(String topic, String key, T word,
            Origin origin) {
        Word encoded = codec.encode(word);
        var envelope = origin.envelope(family.eventType(encoded.type()), encoded.schema());
        return line.send(topic, key, CloudEventHeaders.write(envelope), encoded.body());
    }

    /**
     * Publishes and waits; tries again with growing pauses until it is done or the time is up.
     *
     * @throws KafkaTrouble
     *             when the time is up, or the thread was interrupted
     */
    public void publishWithin(Duration patience, String topic, String key, T word, Origin origin) {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                publish(topic, key, word, origin).get(
                        Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                return;
            } catch (ExecutionException | TimeoutException e) {
                if (System.nanoTime() + pause.toNanos() >= deadline) {
                    throw new KafkaTrouble("Not published on " + topic + " within " + patience, e);
                }
                LOG.warn("not published, trying again topic={} key={} error=\"{}\"", topic, key,
                        e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaTrouble("Interrupted while publishing on " + topic, e);
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                    ? LONGEST_PAUSE
                    : pause.multipliedBy(2);
        }
    }
}
