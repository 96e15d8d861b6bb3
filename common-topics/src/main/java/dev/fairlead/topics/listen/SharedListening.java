package dev.fairlead.topics.listen;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.ShareKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultShareConsumerFactory;
import org.springframework.kafka.listener.AcknowledgingShareConsumerAwareMessageListener;
import org.springframework.kafka.listener.ContainerProperties.ShareAckMode;
import org.springframework.kafka.listener.ShareKafkaMessageListenerContainer;
import org.springframework.kafka.support.ShareAcknowledgment;

import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaTrouble;
import dev.fairlead.topics.ShareGroups;
import dev.fairlead.topics.Topics;
import dev.fairlead.topics.Waits;

/**
 * Takes work from a topic together with any number of others: each record goes to one worker, in
 * no order. Work must take less than {@link ShareGroups#RECORD_LOCK_MS}; a dead worker's goes to
 * another at once, a hung one's after that time.
 */
public final class SharedListening<T> implements SmartLifecycle, Waits {

    /** Pause before the group is set up again. */
    static final Duration SET_UP_AGAIN = Duration.ofSeconds(1);
    /** Time for what is being done when the process stops. */
    static final Duration STOPPING = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(SharedListening.class);

    private final KafkaClients clients;
    private final SharedWork<T> sharedWork;
    private final WordReader<T> reader;
    private final Work<T> work;
    private volatile boolean running;
    private @Nullable ShareKafkaMessageListenerContainer<String, byte[]> container;

    public SharedListening(KafkaClients clients, SharedWork<T> sharedWork, WordReader<T> reader,
            DeadLetters deadLetters) {
        this.clients = clients;
        this.sharedWork = sharedWork;
        this.reader = reader;
        this.work = new Work<>(sharedWork.listener(), deadLetters, () -> running, true);
    }

    /**
     * What is shared.
     *
     * @param topic
     *            where the work stands
     * @param group
     *            who shares it
     * @param workers
     *            records worked on at a time by this process, from 1
     * @param listener
     *            does the work
     */
    public record SharedWork<T>(String topic, String group, int workers, Listener<T> listener) {}

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            Thread.ofVirtual().name("share-" + sharedWork.group()).start(this::join);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (container != null) {
            container.stop();
            container = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public synchronized Optional<String> waitingFor() {
        return container != null
                ? Optional.empty()
                : Optional.of("share group " + sharedWork.group() + " to be set up");
    }

    private void join() {
        while (running) {
            try {
                new ShareGroups(clients).configure(sharedWork.group(),
                        Topics.dead(sharedWork.topic()));
                open();
                return;
            } catch (KafkaTrouble | KafkaException e) {
                LOG.warn("share group not set up, trying again group={} error=\"{}\"",
                        sharedWork.group(), e.getMessage());
                LockSupport.parkNanos(SET_UP_AGAIN.toNanos());
            }
        }
    }

    private synchronized void open() {
        if (!running) {
            return;
        }
        Map<String, Object> config = clients.shareConsumerConfig();
        // One record for each worker: what it has taken, no other can do.
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        config.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        var factory = new ShareKafkaListenerContainerFactory<>(
                new DefaultShareConsumerFactory<String, byte[]>(config));
        factory.setConcurrency(sharedWork.workers());
        var opened = factory.createContainer(sharedWork.topic());
        var properties = opened.getContainerProperties();
        properties.setGroupId(sharedWork.group());
        properties.setShareAckMode(ShareAckMode.MANUAL);
        properties.setShutdownTimeout(STOPPING.toMillis());
        opened.setConcurrency(sharedWork.workers());
        opened.setShareConsumerRecordRecoverer((record, error) -> AcknowledgeType.RELEASE);
        opened.setupMessageListener(
                (AcknowledgingShareConsumerAwareMessageListener<String, byte[]>) (record, ack,
                        consumer) -> take(record, ack));
        opened.setBeanName("share-" + sharedWork.group());
        opened.start();
        container = opened;
        LOG.info("sharing group={} topic={} workers={}", sharedWork.group(), sharedWork.topic(),
                sharedWork.workers());
    }

    /** Parked by us counts as done, or the broker would park it a second time. */
    private void take(ConsumerRecord<String, byte[]> record, @Nullable ShareAcknowledgment ack) {
        boolean done = switch (reader.read(record)) {
            case Reading.Understood<T>(Heard<T> heard) -> work.finish(record, heard);
            case Reading.Strange<T>(boolean unknown, String reason) -> work.park(record,
                    (unknown ? "unknown: " : "unreadable: ") + reason);
        };
        if (ack == null) {
            throw new IllegalStateException("Expected to acknowledge records one by one");
        }
        if (done) {
            ack.acknowledge();
        } else {
            ack.release();
        }
    }
}
