package dev.fairlead.orchestrator.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import dev.fairlead.orchestrator.eventlog.Outgoing;
import dev.fairlead.orchestrator.relay.Outbox.Place;

/**
 * Publishes in the order of positions and checks every send. After a crash it repeats what was
 * published since the cursor was last saved; whoever reads tolerates that.
 */
public final class Relay {

    /** Records that are on their way at a time. */
    static final int CHUNK = 200;
    /** Time for a chunk to be confirmed; above what one send may take. */
    static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(20);
    /** Time between two saves of the cursor. */
    static final Duration SAVE_EVERY = Duration.ofMillis(250);
    /** Time between two sweeps of old records. */
    static final Duration SWEEP_EVERY = Duration.ofMinutes(5);
    /** Records that are dropped at a time. */
    static final int SWEEP_AT_MOST = 5_000;

    private final Outbox outbox;
    private final Publisher publisher;
    private final LongSupplier nanos;
    private final HandOver handOver = new HandOver();
    private volatile long term;
    private volatile long logEnd;
    private volatile boolean restart;
    private volatile long behindSince;
    private volatile Place sent = Place.behind(0);
    private long saved;
    private long savedAt;
    private long sweptAt;

    /**
     * @param nanos
     *            a clock that only grows, as {@link System#nanoTime}
     */
    public Relay(Outbox outbox, Publisher publisher, LongSupplier nanos) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.nanos = nanos;
        this.sweptAt = nanos.getAsLong();
    }

    /** The loop has taken a term; everything behind the cursor is published again. */
    public void begin(long newTerm, long position) {
        handOver.reset();
        logEnd = position;
        behindSince = nanos.getAsLong();
        restart = true;
        term = newTerm;
    }

    /** The loop has lost its term; nothing more is published. */
    public void end() {
        term = 0;
        handOver.reset();
    }

    /** Takes what was just committed. Never waits. */
    public void take(List<Outgoing> committed) {
        if (!committed.isEmpty()) {
            if (lag() == 0) {
                behindSince = nanos.getAsLong();
            }
            logEnd = committed.getLast().position();
            handOver.add(committed);
        }
    }

    /** Whether a term is held, so that there may be something to publish. */
    public boolean isAwake() {
        return term != 0;
    }

    /** Positions that may not be published yet; 0 when all is. */
    public long lag() {
        return term == 0 ? 0 : Math.max(0, logEnd - sent.position());
    }

    /** For how long something has been waiting; at most the time since a chunk went out. */
    public Duration lagTime() {
        return lag() == 0 ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - behindSince);
    }

    /**
     * Publishes the next chunk.
     *
     * @param patience
     *            to wait for one
     * @return how many records were published
     * @throws RelayTrouble
     *             when one could not be published; the next call tries again
     */
    public int step(Duration patience) throws InterruptedException {
        long mine = term;
        if (mine == 0) {
            return 0;
        }
        if (restart) {
            restart = false;
            saved = outbox.cursor();
            sent = Place.behind(saved);
        }
        List<Outgoing> chunk = next(patience);
        publish(chunk);
        if (!chunk.isEmpty()) {
            behindSince = nanos.getAsLong();
        }
        save(mine, chunk);
        sweep();
        return chunk.size();
    }

    private List<Outgoing> next(Duration patience) throws InterruptedException {
        if (handOver.isWhole()) {
            return handOver.take(sent, CHUNK, patience);
        }
        long handed = handOver.handed();
        List<Outgoing> read = outbox.after(sent, CHUNK);
        if (read.size() < CHUNK) {
            handOver.caughtUp(handed);
        }
        return read;
    }

    private void publish(List<Outgoing> chunk) throws InterruptedException {
        List<CompletableFuture<?>> sends = new ArrayList<>();
        chunk.forEach(record -> sends.add(publisher.send(record)));
        long deadline = nanos.getAsLong() + CONFIRMED_WITHIN.toNanos();
        for (int i = 0; i < sends.size(); i++) {
            try {
                sends.get(i).get(Math.max(1, deadline - nanos.getAsLong()), TimeUnit.NANOSECONDS);
                sent = Place.of(chunk.get(i));
            } catch (ExecutionException | TimeoutException e) {
                handOver.reset();
                throw new RelayTrouble("Not published on " + chunk.get(i).topic() + " position "
                        + chunk.get(i).position() + ": " + e.getMessage(), e);
            }
        }
    }

    /** A chunk may end inside of an event, so the last position is not known to be complete. */
    private void save(long mine, List<Outgoing> chunk) {
        long complete = chunk.size() == CHUNK || chunk.isEmpty() && !handOver.isWhole()
                ? sent.position() - 1
                : sent.position();
        long now = nanos.getAsLong();
        boolean waited = now - savedAt >= SAVE_EVERY.toNanos();
        if (complete <= saved || !waited) {
            return;
        }
        if (!outbox.save(mine, complete)) {
            if (term == mine) {
                end();
            }
            throw new RelayTrouble("Term " + mine + " may not save the cursor any more", null);
        }
        saved = complete;
        savedAt = now;
    }

    private void sweep() {
        long now = nanos.getAsLong();
        if (now - sweptAt >= SWEEP_EVERY.toNanos()
                && outbox.sweep(SWEEP_AT_MOST) < SWEEP_AT_MOST) {
            sweptAt = now;
        }
    }

    /** Publishes what is left and saves the cursor, for as long as there is time. */
    public void drain(Duration patience) throws InterruptedException {
        long deadline = nanos.getAsLong() + patience.toNanos();
        savedAt = nanos.getAsLong() - SAVE_EVERY.toNanos();
        while (term != 0 && nanos.getAsLong() < deadline
                && (step(Duration.ZERO) > 0 || !handOver.isWhole())) {
            savedAt = nanos.getAsLong() - SAVE_EVERY.toNanos();
        }
    }
}
