package dev.fairlead.topics.listen;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.topics.KafkaTrouble;

/** Hands a word to its listener, and parks the record when that fails for good. */
final class Work<T> {

    /** A listener that cannot report is called again so often. */
    static final int MAX_RUNS = 5;
    /** Pause before the next try, whatever failed. */
    static final Duration PAUSE = Duration.ofSeconds(2);
    /** Time for one try to park. */
    static final Duration PARKING = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final Listener<T> listener;
    private final DeadLetters deadLetters;
    private final BooleanSupplier running;
    private final boolean shared;

    /**
     * @param shared
     *            whether others can do the work: then what cannot be reported is given back at once
     */
    Work(Listener<T> listener, DeadLetters deadLetters, BooleanSupplier running, boolean shared) {
        this.listener = listener;
        this.deadLetters = deadLetters;
        this.running = running;
        this.shared = shared;
    }

    /** Whether the record is done with; if not, it must come again. */
    boolean finish(ConsumerRecord<String, byte[]> record, Heard<T> heard) {
        for (int run = 1; running.getAsBoolean(); run++) {
            try {
                listener.heard(heard);
                return true;
            } catch (KafkaTrouble e) {
                LOG.warn("word not finished key={} event={} run={} error=\"{}\"", heard.key(),
                        heard.envelope().id(), run, e.getMessage());
                if (shared) {
                    return false;
                }
                if (run == MAX_RUNS) {
                    return park(record, "not finished: " + e.getMessage());
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (RuntimeException e) {
                if (!running.getAsBoolean()) {
                    LOG.info("word left unfinished by the stop key={} event={}", heard.key(),
                            heard.envelope().id());
                    return false;
                }
                LOG.error("word failed key={} event={}", heard.key(), heard.envelope().id(), e);
                return park(record, "failed: " + e);
            }
        }
        return false;
    }

    /** Parks the record however long Kafka is away; gives up only when the process stops. */
    boolean park(ConsumerRecord<String, byte[]> record, String reason) {
        while (running.getAsBoolean()) {
            try {
                deadLetters.park(record, reason).get(PARKING.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("record not parked, trying again topic={} offset={} error=\"{}\"",
                        record.topic(), record.offset(), e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
