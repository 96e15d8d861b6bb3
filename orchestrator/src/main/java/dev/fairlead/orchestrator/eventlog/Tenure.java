package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;

/**
 * What the writer was given with the lease.
 *
 * @param term
 *            rises with each take
 * @param position
 *            of the last event, 0 in an empty log
 * @param epoch
 *            of the log, 0 in an empty one
 * @param home
 *            the database that the epoch belongs to
 * @param found
 *            the database that was found; when it is another, a new epoch begins
 * @param now
 *            the database's clock
 */
public record Tenure(long term, long position, long epoch, Home home, Home found, Instant now) {

    /** Whether the log was restored, moved or failed over since the epoch began. */
    public boolean movedHome() {
        return !home.equals(found);
    }

    /**
     * Tells one life of a database from another.
     *
     * @param system
     *            the system identifier
     * @param timeline
     *            eight hexadecimal digits
     */
    public record Home(String system, String timeline) {

        @Override
        public String toString() {
            return system + "/" + timeline;
        }
    }
}
