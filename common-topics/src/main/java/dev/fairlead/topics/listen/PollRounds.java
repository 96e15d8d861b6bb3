package dev.fairlead.topics.listen;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One consumer's life: take, hand on, commit the lowest unfinished, and hold when full. */
final class PollRounds<T> {

    /** A done record is committed within this. */
    static final Duration ROUND = Duration.ofMillis(100);
    /** Time for the last commit of a partition. */
    static final Duration LAST_COMMIT = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(PollRounds.class);

    private final Consumer<String, byte[]> consumer;
    private final Subscription<T> subscription;
    private final WordReader<T> reader;
    private final Work<T> work;
    private final Lanes lanes;
    private final OffsetLedger ledger = new OffsetLedger();

    PollRounds(Consumer<String, byte[]> consumer, Subscription<T> subscription,
            WordReader<T> reader, Work<T> work, Lanes lanes) {
        this.consumer = consumer;
        this.subscription = subscription;
        this.reader = reader;
        this.work = work;
        this.lanes = lanes;
    }

    void run(BooleanSupplier running, java.util.function.Consumer<Boolean> assigned) {
        consumer.subscribe(subscription.topics(), new Handover());
        while (running.getAsBoolean()) {
            holdWhenFull();
            consumer.poll(ROUND).forEach(this::take);
            assigned.accept(!consumer.assignment().isEmpty());
            commit();
        }
    }

    /** Waits for what is being done, then commits it. */
    void finish(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (ledger.open() > 0 && lanes.isBusy() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(ROUND.toNanos());
        }
        commitNow();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        ledger.taken(partition, record.offset());
        switch (reader.read(record)) {
            case Reading.Understood<T>(Heard<T> heard) ->
                    lanes.add(subscription.lane().apply(heard), () -> {
                        if (work.finish(record, heard)) {
                            ledger.done(partition, record.offset());
                        }
                    });
            case Reading.Strange<T>(boolean unknown, String reason) ->
                    lanes.add("dead/" + record.topic(), () -> {
                        if (work.park(record, (unknown ? "unknown: " : "unreadable: ") + reason)) {
                            ledger.done(partition, record.offset());
                        }
                    });
        }
    }

    private void holdWhenFull() {
        Set<TopicPartition> assignment = consumer.assignment();
        if (ledger.open() >= subscription.inFlight()) {
            consumer.pause(assignment);
        } else if (!consumer.paused().isEmpty()) {
            consumer.resume(consumer.paused());
        }
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = ledger.committable();
        if (offsets.isEmpty()) {
            return;
        }
        consumer.commitAsync(offsets, (committed, error) -> {
            if (error == null) {
                ledger.committed(committed);
            } else {
                LOG.debug("not committed, will be tried again", error);
            }
        });
    }

    private void commitNow() {
        Map<TopicPartition, OffsetAndMetadata> offsets = ledger.committable();
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, LAST_COMMIT);
            ledger.committed(offsets);
        } catch (KafkaException e) {
            LOG.warn("last commit failed, what was done comes again group={} error=\"{}\"",
                    subscription.group(), e.toString());
        }
    }

    private final class Handover implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commitNow();
            ledger.forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            ledger.forget(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.info("listening group={} partitions={}", subscription.group(), partitions);
        }
    }
}
