package dev.fairlead.topics.listen;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.topics.Topics;
import dev.fairlead.topics.publish.ProducerLine;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Leaves records that nobody here can use on {@code <topic>.dead}, as they came: key, headers and
 * body, with why, where from and who gave up.
 */
public final class DeadLetters {

    /** Why, at most {@link #MAX_REASON} characters. */
    public static final String REASON = "fairlead-dead-reason";
    /** Where the record stood, as {@code topic/partition/offset}. */
    public static final String PLACE = "fairlead-dead-place";
    /** The service that gave up. */
    public static final String BY = "fairlead-dead-by";
    /** The longest reason, in characters. */
    public static final int MAX_REASON = 512;

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final ProducerLine line;
    private final String service;
    private final AtomicLong parked = new AtomicLong();

    public DeadLetters(ProducerLine line, String service) {
        this.line = line;
        this.service = service;
    }

    /** How many were left so far by this process. */
    public long parked() {
        return parked.get();
    }

    /**
     * @param reason
     *            for people; without secrets
     * @return completes when the record is safe; fails with
     *         {@link dev.fairlead.topics.KafkaTrouble} otherwise
     */
    public CompletableFuture<?> park(ConsumerRecord<String, byte[]> record, String reason) {
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        String cut = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
        LOG.warn("record given up place={} key={} reason=\"{}\"", place, record.key(), cut);
        var letter = new ProducerRecord<>(Topics.dead(record.topic()), null, record.key(),
                record.value(), record.headers());
        letter.headers()
                .add(REASON, cut.getBytes(UTF_8))
                .add(PLACE, place.getBytes(UTF_8))
                .add(BY, service.getBytes(UTF_8));
        return line.send(letter).thenAccept(sent -> parked.incrementAndGet());
    }
}
