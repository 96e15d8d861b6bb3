package dev.fairlead.sandbox.child;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was started, to be closed in reverse order, each part even if another refuses. */
public final class Closers implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** Keeps the part for {@link #close()} and returns it. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /**
     * Closes all parts; a second call does nothing.
     *
     * @throws IllegalStateException parts refused; they are its suppressed exceptions
     */
    @Override
    public synchronized void close() {
        IllegalStateException refused = new IllegalStateException("Expected all parts to close");
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                refused.addSuppressed(e);
            }
        }
        if (refused.getSuppressed().length > 0) {
            throw refused;
        }
    }
}
