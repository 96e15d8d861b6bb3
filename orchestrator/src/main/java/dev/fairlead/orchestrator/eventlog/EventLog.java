package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The log as its one writer sees it. Used by one thread. Whatever cannot be known for sure, such
 * as whether a commit was taken, is a {@link LostLease}: the writer takes a new term and loads
 * again; it never repeats a batch.
 */
public interface EventLog extends DefinitionSource, AutoCloseable {

    /**
     * Takes the lease when it is free, run out or held by this very process.
     *
     * @return empty when another holds it
     * @throws LostLease
     *             when the database does not answer
     */
    Optional<Tenure> take();

    /**
     * Appends a batch, which may be empty; renews the lease.
     *
     * @return the database's clock
     * @throws LostLease
     *             when the batch was not appended, or nobody knows
     */
    Instant append(Append batch);

    /** Gives the lease back, so that another need not wait for its end. */
    void release(Tenure tenure);

    /**
     * The stored heads of targets; a target without events has none.
     *
     * @throws LostLease
     *             when the database does not answer
     */
    List<HeadRow> heads(Collection<String> streams);

    /** The heads that wait for a time. */
    List<HeadRow> waitingHeads();

    /** The streams of all targets. */
    List<String> targetStreams();

    /** Where a stream ends, whether it is a target's or not. */
    StreamMark mark(String stream);

    /**
     * The events of a stream in order.
     *
     * @param after
     *            the version before the first that is wanted, from 0
     * @param limit
     *            at most so many
     */
    List<LoggedEvent> events(String stream, long after, int limit);

    /** The events of a stream that are of certain types, in order. */
    List<LoggedEvent> eventsOf(String stream, Collection<String> types);

    /** How far each topic was read. */
    List<ReadOffset> offsets();

    /** Commands of people that have no answer yet, oldest first. */
    List<AskedCommand> unanswered(int limit);

    /** Closes the connection; an open transaction is rolled back. */
    @Override
    void close();
}
