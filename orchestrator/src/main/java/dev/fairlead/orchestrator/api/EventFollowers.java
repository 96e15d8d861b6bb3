package dev.fairlead.orchestrator.api;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import dev.fairlead.orchestrator.eventlog.EventFilter;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.Span;

/**
 * Sends events to those who follow. Each has a thread of its own, so that a slow one holds nobody
 * up; only one thread looks at the log's end. Positions are committed in order, so what is read up
 * to the end is complete.
 */
public final class EventFollowers implements SmartLifecycle {

    /** So many at a time; each costs a connection and a thread. */
    static final int MOST = 200;
    /** How often the end of the log is looked at while somebody follows. */
    static final Duration LOOK = Duration.ofMillis(200);
    /** A sign of life when nothing happens, so that both sides notice a cut line. */
    static final Duration PULSE = Duration.ofSeconds(10);
    /** After this the follower must connect again. */
    static final Duration LONGEST = Duration.ofHours(1);
    /** When a follower whose line was cut should come back. */
    static final Duration COME_BACK = Duration.ofSeconds(1);

    private static final int PAGE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(EventFollowers.class);

    private final LogReader log;
    private final EventPages pages;
    private final Set<SseEmitter> following = ConcurrentHashMap.newKeySet();
    private final Object change = new Object();
    private long end;
    private boolean running;

    public EventFollowers(LogReader log) {
        this.log = log;
        this.pages = new EventPages(log);
    }

    /**
     * Sends what the filter finds behind a position, as it comes.
     *
     * @throws TooManyFollowers
     *             when there are {@value #MOST} already
     */
    public SseEmitter follow(EventFilter filter, long after) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        if (following.size() >= MOST) {
            throw new TooManyFollowers(MOST);
        }
        following.add(emitter);
        emitter.onCompletion(() -> following.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> following.remove(emitter));
        Thread.ofVirtual().name("follower").start(() -> send(emitter, filter, after));
        return emitter;
    }

    private void send(SseEmitter emitter, EventFilter filter, long after) {
        try {
            emitter.send(SseEmitter.event().reconnectTime(COME_BACK.toMillis()).comment("hello"));
            long seen = after;
            while (following.contains(emitter) && isRunning()) {
                long until = endAfter(seen);
                if (until <= seen) {
                    emitter.send(SseEmitter.event().comment("still here"));
                } else {
                    seen = send(emitter, filter, new Span(seen, until));
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException | DataAccessException e) {
            LOG.debug("follower left or is sent away error=\"{}\"", e.toString());
            emitter.completeWithError(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            following.remove(emitter);
        }
    }

    /** Sends what is in the span, or the first page of it; where that ends. */
    private long send(SseEmitter emitter, EventFilter filter, Span span) throws IOException {
        List<EventView> events = pages.first(filter, span, PAGE);
        for (EventView event : events) {
            emitter.send(SseEmitter.event().id(Long.toString(event.position())).data(event));
        }
        return events.size() < PAGE ? span.upTo() : events.getLast().position();
    }

    /** The end of the log, once it lies behind a position; or after a while all the same. */
    private long endAfter(long position) throws InterruptedException {
        long waited = System.nanoTime() + PULSE.toNanos();
        synchronized (change) {
            while (end <= position && running && waited > System.nanoTime()) {
                change.wait(PULSE.toMillis());
            }
            return end;
        }
    }

    private void look() {
        while (isRunning()) {
            try {
                if (!following.isEmpty()) {
                    found(log.position());
                }
            } catch (DataAccessException e) {
                LOG.debug("end of the log not known error=\"{}\"", e.getMessage());
            }
            try {
                lull();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void lull() throws InterruptedException {
        long until = System.nanoTime() + LOOK.toNanos();
        synchronized (change) {
            while (running && until > System.nanoTime()) {
                change.wait(LOOK.toMillis());
            }
        }
    }

    private void found(long position) {
        synchronized (change) {
            if (position != end) {
                end = position;
                change.notifyAll();
            }
        }
    }

    @Override
    public void start() {
        synchronized (change) {
            running = true;
        }
        Thread.ofVirtual().name("follow").start(this::look);
    }

    /** Before the server waits for requests to end, which these would not. */
    @Override
    public void stop() {
        synchronized (change) {
            running = false;
            change.notifyAll();
        }
        following.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        synchronized (change) {
            return running;
        }
    }
}
