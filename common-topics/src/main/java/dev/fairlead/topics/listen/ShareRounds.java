package dev.fairlead.topics.listen;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.topics.ShareGroups;

/** One worker's life in a share group: take one, do it, say what became of it. */
final class ShareRounds<T> {

    /** A stop is noticed within this. */
    static final Duration ROUND = Duration.ofMillis(500);
    /** Time to say what became of a record; if it cannot be said, the record comes again. */
    static final Duration SAYING = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(ShareRounds.class);

    private final ShareConsumer<String, byte[]> consumer;
    private final String topic;
    private final WordReader<T> reader;
    private final Work<T> work;

    ShareRounds(ShareConsumer<String, byte[]> consumer, String topic, WordReader<T> reader,
            Work<T> work) {
        this.consumer = consumer;
        this.topic = topic;
        this.reader = reader;
        this.work = work;
    }

    void run(BooleanSupplier running, Runnable alive) {
        consumer.subscribe(List.of(topic));
        while (running.getAsBoolean()) {
            var records = consumer.poll(ROUND);
            alive.run();
            for (var record : records) {
                consumer.acknowledge(record, isDone(record)
                        ? AcknowledgeType.ACCEPT
                        : AcknowledgeType.RELEASE);
            }
            if (!records.isEmpty()) {
                say();
            }
        }
    }

    /** What is parked is done. */
    private boolean isDone(ConsumerRecord<String, byte[]> record) {
        int deliveries = record.deliveryCount().orElse((short) 1);
        if (deliveries >= ShareGroups.DELIVERY_LIMIT) {
            return work.park(record, "given up: delivered " + deliveries + " times and not done");
        }
        return switch (reader.read(record)) {
            case Reading.Understood<T>(Heard<T> heard) -> work.finish(record, heard);
            case Reading.Strange<T>(boolean unknown, String reason) -> work.park(record,
                    (unknown ? "unknown: " : "unreadable: ") + reason);
        };
    }

    private void say() {
        consumer.commitSync(SAYING)
                .forEach((partition, trouble) -> trouble
                        .ifPresent(e -> LOG.info(
                                "done, but not said; it comes again at={} error=\"{}\"",
                                partition, e.toString())));
    }
}
