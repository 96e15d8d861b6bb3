package dev.fairlead.orchestrator.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The log in Postgres. */
public final class JdbcEventLog implements EventLog {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcEventLog.class);

    private final DatabaseAddress address;
    private final String me;
    private @Nullable Connection connection;
    private @Nullable JdbcClient client;

    /**
     * @param me
     *            names this process, new for each start of it
     */
    public JdbcEventLog(DatabaseAddress address, String me) {
        this.address = address;
        this.me = me;
    }

    @Override
    public Optional<Tenure> take() {
        return inTransaction(db -> LeaseSql.take(db, me));
    }

    @Override
    public Instant append(Append batch) {
        return inTransaction(db -> {
            Instant now = LeaseSql.renew(db, batch)
                    .orElseThrow(() -> new LostLease(
                            "Expected term " + batch.under().term() + " at position "
                                    + (batch.first() - 1)
                                    + ", but the lease has moved on",
                            null));
            AppendSql.write(db, batch);
            return now;
        });
    }

    @Override
    public void release(Tenure tenure) {
        inTransaction(db -> LeaseSql.release(db, tenure));
    }

    @Override
    public List<HeadRow> heads(Collection<String> streams) {
        return inTransaction(db -> LogSql.heads(db, streams));
    }

    @Override
    public List<HeadRow> waitingHeads() {
        return inTransaction(LogSql::waitingHeads);
    }

    @Override
    public List<String> targetStreams() {
        return inTransaction(LogSql::targetStreams);
    }

    @Override
    public StreamMark mark(String stream) {
        return inTransaction(db -> LogSql.mark(db, stream));
    }

    @Override
    public List<LoggedEvent> events(String stream, long after, int limit) {
        return inTransaction(db -> LogSql.events(db, stream, after, limit));
    }

    @Override
    public List<LoggedEvent> eventsOf(String stream, Collection<String> types) {
        return inTransaction(db -> LogSql.eventsOf(db, stream, types));
    }

    @Override
    public List<ReadOffset> offsets() {
        return inTransaction(LogSql::offsets);
    }

    @Override
    public List<AskedCommand> unanswered(int limit) {
        return inTransaction(db -> LogSql.unanswered(db, limit));
    }

    @Override
    public Optional<String> definition(String hash) {
        return inTransaction(db -> LogSql.definition(db, hash));
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        client = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.info("connection did not close well error=\"{}\"", e.getMessage());
            }
        }
    }

    /** After any failure the connection is not used again: what became of its work is unknown. */
    private <T> T inTransaction(Function<JdbcClient, T> work) {
        try {
            JdbcClient db = open();
            T result = work.apply(db);
            commit();
            return result;
        } catch (SQLException | DataAccessException e) {
            close();
            String message = "The database did not confirm: " + e.getMessage();
            throw RefusedContent.isReasonOf(e)
                    ? new RefusedContent(message, e)
                    : new LostLease(message, e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void commit() throws SQLException {
        Connection open = connection;
        if (open != null) {
            open.commit();
        }
    }

    private JdbcClient open() throws SQLException {
        JdbcClient usable = client;
        if (usable == null) {
            Connection opened = LoopConnection.open(address, me);
            usable = JdbcClient.create(new SingleConnectionDataSource(opened, true));
            connection = opened;
            client = usable;
        }
        return usable;
    }
}
