package dev.fairlead.orchestrator.loop;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.fairlead.orchestrator.eventlog.ReadOffset;

/** Topics as the loop hears them. Used by the loop's thread, but for {@link #wake}. */
public interface Intake {

    /**
     * Makes ready to open: the topics are there and their ids are known.
     *
     * @return one sentence on what is missing; empty when nothing is
     */
    String prepare();

    /**
     * Begins to read where the log says it ended. Does not wait for a broker.
     *
     * @param stored
     *            the truth about offsets
     */
    void open(List<ReadOffset> stored);

    /**
     * The next records in their order; none when nobody answers.
     *
     * @param atMost
     *            to wait for some
     */
    List<Heard> poll(Duration atMost);

    /** How far each partition was polled. */
    List<ReadOffset> positions();

    /** These positions are stored; they may be shown to tools that watch lag. */
    void stored(List<ReadOffset> positions);

    /** The clusters of which something may be lost since the last call; each must say it again. */
    Set<String> gaps();

    /** Where the topics end that tell of a cluster; fails when no broker answers. */
    CompletableFuture<List<End>> ends(String cluster);

    /** Ends a poll that is waiting. May be called from any thread. */
    void wake();

    /** Reads no more until opened again. */
    void close();

    /**
     * Where a partition ended.
     *
     * @param observations
     *            whether it is the way of the watcher's heartbeats
     * @param next
     *            the offset of the record that will come next
     */
    record End(String topic, int partition, boolean observations, long next) {}
}
