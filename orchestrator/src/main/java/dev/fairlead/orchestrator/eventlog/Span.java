package dev.fairlead.orchestrator.eventlog;

/**
 * Positions of the log.
 *
 * @param after
 *            the one before the first, from 0
 * @param upTo
 *            the last, itself included
 */
public record Span(long after, long upTo) {

    /** All that come after a position. */
    public static Span after(long position) {
        return new Span(position, Long.MAX_VALUE);
    }
}
