package dev.fairlead.topics.listen;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import dev.fairlead.topics.KafkaClients;
import dev.fairlead.topics.Waits;

/**
 * Listens in a group: lanes in parallel on virtual threads, each lane in order, and a hanging lane
 * stops no other. Waits for Kafka and for topics that are not made yet, for as long as it takes.
 */
public final class OrderedListening<T> implements SmartLifecycle, Waits {

    /** Time for what is being done when the process stops; the rest comes again. */
    static final Duration STOPPING = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(OrderedListening.class);

    private final KafkaClients clients;
    private final Subscription<T> subscription;
    private final WordReader<T> reader;
    private final Listener<T> listener;
    private final DeadLetters deadLetters;
    private final Troubles troubles;
    private volatile boolean running;
    private volatile boolean assigned;
    private @Nullable Thread thread;

    public OrderedListening(KafkaClients clients, Subscription<T> subscription,
            WordReader<T> reader, Listener<T> listener, DeadLetters deadLetters) {
        this.clients = clients;
        this.subscription = subscription;
        this.reader = reader;
        this.listener = listener;
        this.deadLetters = deadLetters;
        this.troubles = new Troubles(LOG, subscription.group());
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofPlatform().name("listen-" + subscription.group()).start(this::listen);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread listening = thread;
        if (listening != null) {
            try {
                listening.join(STOPPING.plusSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Optional<String> waitingFor() {
        return assigned
                ? Optional.empty()
                : Optional.of("a place in group " + subscription.group() + " on "
                        + subscription.topics());
    }

    private void told(boolean placed) {
        assigned = placed;
        if (placed) {
            troubles.over();
        }
    }

    private void listen() {
        while (running) {
            try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name(subscription.group() + "-", 0).factory());
                    Consumer<String, byte[]> consumer = clients
                            .groupConsumer(subscription.group())) {
                var work = new Work<>(listener, deadLetters, () -> running, false);
                var rounds = new PollRounds<>(consumer, subscription, reader, work,
                        new Lanes(threads));
                rounds.run(() -> running, this::told);
                rounds.finish(STOPPING);
                threads.shutdownNow();
            } catch (RuntimeException e) {
                troubles.rest(e);
            } finally {
                assigned = false;
            }
        }
    }
}
