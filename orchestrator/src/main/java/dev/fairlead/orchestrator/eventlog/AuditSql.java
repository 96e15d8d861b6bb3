package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log for those who check it and those who keep the engine. */
final class AuditSql {

    private AuditSql() {}

    /** The newest events before a position, the newest first. */
    static List<LoggedEvent> before(JdbcClient db, AuditFilter filter, long position, int limit) {
        return db.sql("""
                select * from event where position < :position
                and (:stream = '' or position(lower(:stream) in lower(stream)) > 0)
                and (:type = '' or type = :type) and (:rollout = '' or rollout = :rollout)
                and (:actor = '' or actor = (select id from actor where name = :actor))
                order by position desc limit :limit
                """)
                .param("position", position)
                .param("stream", filter.stream())
                .param("type", filter.type())
                .param("rollout", filter.rollout())
                .param("actor", filter.actor())
                .param("limit", limit)
                .query(LogSql::event)
                .list();
    }

    static Optional<LoggedEvent> at(JdbcClient db, long position) {
        return db.sql("select * from event where position = :position")
                .param("position", position)
                .query(LogSql::event)
                .optional();
    }

    static EngineState engine(JdbcClient db) {
        Map<String, Long> due = new LinkedHashMap<>();
        db.sql("""
                select case when next_due <= now() then 'overdue'
                            when next_due <= now() + interval '1 minute' then 'within a minute'
                            when next_due <= now() + interval '1 hour' then 'within an hour'
                            else 'later' end as due, count(*) as targets
                from target where next_due < 'infinity' group by 1
                """)
                .query((row, number) -> due.put(row.getString("due"), row.getLong("targets")))
                .list();
        return db.sql("""
                select holder, lease.term, lease.position, epoch, until > now() as active,
                       relay_cursor.position as relayed,
                       (select coalesce(min(written), 'infinity') from outgoing
                        where outgoing.position > relay_cursor.position) as waiting,
                       (select count(*) from outgoing
                        where outgoing.position > relay_cursor.position) as unsent,
                       (select count(*) from command where answer is null) as unanswered
                from lease, relay_cursor
                """)
                .query((row, number) -> new EngineState(row.getString("holder"),
                        row.getLong("term"), row.getLong("position"), row.getBoolean("active"),
                        row.getLong("relayed"), LogSql.time(row, "waiting"), row.getLong("unsent"),
                        row.getLong("unanswered"), due))
                .single();
    }

    static Map<String, Instant> dueNext(JdbcClient db, int limit) {
        Map<String, Instant> due = new LinkedHashMap<>();
        db.sql("select stream, next_due from target where next_due < 'infinity'"
                + " order by next_due, stream limit :limit")
                .param("limit", limit)
                .query((row, number) -> due.put(row.getString("stream"),
                        LogSql.time(row, "next_due")))
                .list();
        return due;
    }
}
