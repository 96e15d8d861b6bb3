package dev.fairlead.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Kafka every few seconds whether it is there. */
public final class KafkaContact implements Waits, AutoCloseable {

    /** Time between two questions. */
    static final Duration PERIOD = Duration.ofSeconds(3);
    /** Time for an answer. */
    static final Duration ANSWER = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(KafkaContact.class);

    private final KafkaClients clients;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kafka-contact").factory());
    private volatile @Nullable Instant lostAt = Instant.now();
    private @Nullable Admin admin;

    public KafkaContact(KafkaClients clients) {
        this.clients = clients;
        @SuppressWarnings({"unused", "FutureReturnValueIgnored"}) // look() throws nothing
        var looking = timer.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public Optional<String> waitingFor() {
        Instant since = lostAt;
        return since == null
                ? Optional.empty()
                : Optional.of("kafka at " + clients.settings().bootstrapServers() + " since "
                        + since);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            Admin asked = admin == null ? clients.admin() : admin;
            admin = asked;
            asked.describeCluster().clusterId().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            found();
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closeAdmin();
        }
    }

    private void found() {
        if (lostAt != null) {
            LOG.info("kafka answers at={}", clients.settings().bootstrapServers());
            lostAt = null;
        }
    }

    private void lost(Exception e) {
        if (lostAt == null) {
            lostAt = Instant.now();
            LOG.warn("kafka does not answer at={} error=\"{}\"",
                    clients.settings().bootstrapServers(), e.toString());
        }
    }

    private void closeAdmin() {
        Admin open = admin;
        if (open != null) {
            open.close(Duration.ofSeconds(1));
        }
    }
}
