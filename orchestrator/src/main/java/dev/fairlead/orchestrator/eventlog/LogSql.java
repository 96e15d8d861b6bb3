package dev.fairlead.orchestrator.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.HashedEvent;
import dev.fairlead.orchestrator.eventlog.HeadRow.Search;

/** Reads the log's tables; for the writer and for those who only show. */
final class LogSql {

    static final String HEAD = """
            select stream, cluster, namespace, name, version, hash, time, schema, state, next_due,
                   life, rollout, phase from target
            """;

    private LogSql() {}

    static List<HeadRow> heads(JdbcClient db, Collection<String> streams) {
        return db.sql(HEAD + "where stream = any(:streams)")
                .param("streams", new SqlArrayValue("text", streams.toArray()))
                .query(LogSql::head)
                .list();
    }

    static List<HeadRow> waitingHeads(JdbcClient db) {
        return db.sql(HEAD + "where next_due < 'infinity'").query(LogSql::head).list();
    }

    static List<String> targetStreams(JdbcClient db) {
        return db.sql("select stream from target").query(String.class).list();
    }

    static StreamMark mark(JdbcClient db, String stream) {
        return db.sql("""
                select version, hash, time from event where stream = :stream
                order by version desc limit 1
                """)
                .param("stream", stream)
                .query((row, number) -> new StreamMark(stream, row.getLong("version"),
                        Hash.of(row.getBytes("hash")), time(row, "time")))
                .optional()
                .orElseGet(() -> StreamMark.start(stream));
    }

    static List<LoggedEvent> events(JdbcClient db, String stream, long after, int limit) {
        return db.sql("""
                select * from event where stream = :stream and version > :after
                order by version limit :limit
                """)
                .param("stream", stream)
                .param("after", after)
                .param("limit", limit)
                .query(LogSql::event)
                .list();
    }

    static List<LoggedEvent> eventsAfter(JdbcClient db, long position, int limit) {
        return db.sql("select * from event where position > :after order by position limit :limit")
                .param("after", position)
                .param("limit", limit)
                .query(LogSql::event)
                .list();
    }

    static List<Hash> hashes(JdbcClient db, long position, int limit) {
        return db.sql(
                "select hash from event where position > :after order by position limit :limit")
                .param("after", position)
                .param("limit", limit)
                .query((row, number) -> Hash.of(row.getBytes("hash")))
                .list();
    }

    static long position(JdbcClient db) {
        return db.sql("select coalesce(max(position), 0) from event")
                .query(Long.class)
                .single();
    }

    static List<LoggedEvent> eventsOf(JdbcClient db, String stream, Collection<String> types) {
        return db.sql("select * from event where stream = :stream and type = any(:types)"
                + " order by version")
                .param("stream", stream)
                .param("types", new SqlArrayValue("text", types.toArray()))
                .query(LogSql::event)
                .list();
    }

    static List<ReadOffset> offsets(JdbcClient db) {
        return db.sql("select topic, topic_id, part, next from intake_offset")
                .query((row, number) -> new ReadOffset(row.getString("topic"),
                        row.getString("topic_id"), row.getInt("part"), row.getLong("next")))
                .list();
    }

    static List<AskedCommand> unanswered(JdbcClient db, int limit) {
        return db.sql("""
                select id, actor, target, type, body, expires from command where answer is null
                order by submitted, id limit :limit
                """)
                .param("limit", limit)
                .query((row, number) -> new AskedCommand(row.getString("id"),
                        row.getString("actor"), row.getString("target"), row.getString("type"),
                        row.getString("body"), time(row, "expires")))
                .list();
    }

    static Optional<String> definition(JdbcClient db, String hash) {
        return db.sql("select body from definition where hash = :hash")
                .param("hash", hash)
                .query(String.class)
                .optional();
    }

    static HeadRow head(ResultSet row, int number) throws SQLException {
        var mark = new StreamMark(row.getString("stream"), row.getLong("version"),
                Hash.of(row.getBytes("hash")), time(row, "time"));
        var target = new TargetKey(row.getString("cluster"), row.getString("namespace"),
                row.getString("name"));
        var search = new Search(row.getString("life"), row.getString("rollout"),
                row.getString("phase"));
        return new HeadRow(mark, target, row.getInt("schema"), row.getString("state"),
                time(row, "next_due"), search);
    }

    static LoggedEvent event(ResultSet row, int number) throws SQLException {
        var ids = new HashedEvent.Ids(row.getString("life"), row.getString("rollout"),
                row.getString("causation"), row.getString("correlation"), row.getString("actor"));
        var hashed = new HashedEvent(row.getLong("epoch"), row.getString("stream"),
                row.getLong("version"), row.getString("type"), row.getInt("schema"), ids,
                time(row, "time"), row.getBytes("body"));
        return new LoggedEvent(row.getLong("position"), hashed, Hash.of(row.getBytes("previous")),
                Hash.of(row.getBytes("hash")));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time.equals(OffsetDateTime.MAX) ? HeadRow.NEVER : time.toInstant();
    }
}
