package dev.fairlead.orchestrator.eventlog;

import java.util.List;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.events.proof.Checkpoint;
import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.LogCheck;
import dev.fairlead.events.proof.LogCheck.Verdict;

/** Reads the log and says whether it is what was written. Any instance, any thread. */
public final class LogAudit {

    /** Events between two words about how far it is. */
    static final int TELL_EVERY = 20_000;

    private final LogScan scan;
    private final JdbcClient db;

    /**
     * @param source
     *            connections in the role of the reader
     */
    public LogAudit(DataSource source) {
        this.scan = new LogScan(source);
        this.db = JdbcClient.create(source);
    }

    /**
     * The whole log: every event, every stream, every checkpoint, and that the row of each target is
     * where its stream ends.
     *
     * @param checkpoints
     *            what the log was at their sizes
     * @param progress
     *            hears how many events were read
     */
    public Verdict all(List<Checkpoint> checkpoints, LongConsumer progress) {
        LogCheck check = LogCheck.ofAll(checkpoints);
        heads(check, "");
        scan.run(new Span(0, LogSql.position(db)), EventFilter.of("", ""), event -> {
            check.add(event.position(), event.event(), event.previous(), event.hash());
            if (check.events() % TELL_EVERY == 0) {
                progress.accept(check.events());
            }
        });
        return check.verdict();
    }

    /** One stream, with the row of its target. */
    public Verdict of(String stream) {
        LogCheck check = LogCheck.ofStreams();
        heads(check, stream);
        scan.run(new Span(0, LogSql.position(db)),
                new EventFilter(stream, "", EventFilter.Marks.ANY),
                event -> check.add(event.position(),
                        event.event(), event.previous(), event.hash()));
        return check.verdict();
    }

    /** Read before the events, which go on: a row never names one that is not there yet. */
    private void heads(LogCheck check, String stream) {
        db.sql("select stream, version, hash from target where :stream in ('', stream)")
                .param("stream", stream)
                .query(row -> {
                    check.awaits(row.getString("stream"), row.getLong("version"),
                            Hash.of(row.getBytes("hash")));
                });
    }
}
