package dev.fairlead.topics.publish;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaTrouble;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Sends bytes with headers and checks every send. Thread-safe; sends of one thread to one
 * partition keep their order, unless one fails.
 */
public final class ProducerLine implements AutoCloseable {

    /** Time for what is on its way when the process stops. */
    static final Duration CLOSING = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private @Nullable Producer<String, byte[]> producer;

    public ProducerLine(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * Sends what was encoded before, as it is.
     *
     * @param headers
     *            written as UTF-8, at most a few KiB
     * @return completes when all in-sync copies have it; fails with {@link KafkaTrouble} within
     *         {@link KafkaClients#DELIVERY_TIMEOUT_MS} plus the time for metadata
     */
    public CompletableFuture<RecordMetadata> send(String topic, String key,
            Map<String, String> headers, byte[] body) {
        var record = new ProducerRecord<>(topic, key, body);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return send(record);
    }

    /** Sends a record whose headers are bytes already; as {@link #send(String, String, Map, byte[])}. */
    public CompletableFuture<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        var sent = new CompletableFuture<RecordMetadata>();
        try {
            open().send(record, (metadata, error) -> {
                if (error == null) {
                    sent.complete(metadata);
                } else {
                    sent.completeExceptionally(trouble(record.topic(), error));
                }
            });
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
            sent.completeExceptionally(trouble(record.topic(), e));
        } catch (KafkaException | IllegalStateException e) {
            sent.completeExceptionally(trouble(record.topic(), e));
        }
        return sent;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSING);
        }
    }

    /** Opened at the first send, for a name that cannot be resolved yet must not stop a service. */
    private synchronized Producer<String, byte[]> open() {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            open = clients.producer();
            producer = open;
        }
        return open;
    }

    private static KafkaTrouble trouble(String topic, Exception error) {
        return new KafkaTrouble("Not published on " + topic + ": " + error.getMessage(), error);
    }
}
