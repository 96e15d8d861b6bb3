package dev.fairlead.standalone.boot;

import java.util.ArrayDeque;
import java.util.Deque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, to be closed in the opposite order, each part even if another refuses. */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private boolean closed;

    /**
     * Keeps the part for {@link #close()} and returns it.
     *
     * @throws IllegalStateException
     *             the end has come in between; the part has been closed
     */
    synchronized <T extends AutoCloseable> T add(T part) {
        if (closed) {
            end(part);
            throw new IllegalStateException("Told to end before the start was over");
        }
        open.push(part);
        return part;
    }

    /** A second call does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            end(open.pop());
        }
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("part did not end in good order part={}", part.getClass().getSimpleName(), e);
        }
    }
}
