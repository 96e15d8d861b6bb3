package dev.fairlead.topics.listen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.KafkaTrouble;
import dev.fairlead.topics.ShareGroups;
import dev.fairlead.topics.Waits;

/**
 * Takes work from a topic together with any number of others: each record goes to one worker, in
 * no order. Work must take less than {@link ShareGroups#RECORD_LOCK_MS}; a dead worker's goes to
 * another at once, a hung one's after that time. Waits for Kafka for as long as it takes.
 */
public final class SharedListening<T> implements SmartLifecycle, Waits {

    /** Time for what is being done when the process stops. */
    static final Duration STOPPING = Duration.ofSeconds(25);

    private static final Logger LOG = LoggerFactory.getLogger(SharedListening.class);

    private final KafkaClients clients;
    private final SharedWork<T> sharedWork;
    private final WordReader<T> reader;
    private final DeadLetters deadLetters;
    private final AtomicBoolean configured = new AtomicBoolean();
    private final Troubles troubles;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    public SharedListening(KafkaClients clients, SharedWork<T> sharedWork, WordReader<T> reader,
            DeadLetters deadLetters) {
        this.clients = clients;
        this.sharedWork = sharedWork;
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.troubles = new Troubles(LOG, sharedWork.group());
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
        if (running) {
            return;
        }
        running = true;
        for (int i = 0; i < sharedWork.workers(); i++) {
            threads.add(Thread.ofPlatform()
                    .name("share-" + sharedWork.group() + "-" + i)
                    .start(this::work));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        long deadline = System.nanoTime() + STOPPING.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Optional<String> waitingFor() {
        return configured.get()
                ? Optional.empty()
                : Optional.of("share group " + sharedWork.group() + " to be set up");
    }

    private void work() {
        var work = new Work<>(sharedWork.listener(), deadLetters, () -> running, true);
        while (running) {
            try {
                configureOnce();
                try (var consumer = clients.shareConsumer(sharedWork.group())) {
                    new ShareRounds<>(consumer, sharedWork.topic(), reader, work)
                            .run(() -> running, troubles::over);
                }
            } catch (KafkaTrouble | KafkaException | IllegalStateException e) {
                troubles.rest(e);
            }
        }
    }

    /** Before the first member joins, for the group's first offset is decided then. */
    private void configureOnce() {
        synchronized (configured) {
            if (!configured.get()) {
                new ShareGroups(clients).configure(sharedWork.group());
                configured.set(true);
                LOG.info("sharing group={} topic={} workers={}", sharedWork.group(),
                        sharedWork.topic(), sharedWork.workers());
            }
        }
    }
}
