package dev.fairlead.orchestrator.eventlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads the log's tables as lists want it; the writer needs none of this. */
final class ShowSql {

    private ShowSql() {}

    static List<HeadRow> heads(JdbcClient db, TargetFilter filter, String after, int limit) {
        return db.sql(LogSql.HEAD + """
                where stream > :after and (life <> '' or :gone)
                and (:cluster = '' or cluster = :cluster)
                and (:namespace = '' or namespace = :namespace)
                and (:name = '' or name = :name) and (:stage = '' or phase = upper(:stage))
                and (:text = '' or position(lower(:text) in substr(stream, 8)) > 0)
                and (:phase = ''
                     or lower(state::jsonb #>> '{standing,shown,phase}') = lower(:phase))
                order by stream limit :limit
                """)
                .param("after", after)
                .param("gone", filter.gone())
                .param("cluster", filter.cluster())
                .param("namespace", filter.namespace())
                .param("name", filter.name())
                .param("stage", filter.stage())
                .param("text", filter.text())
                .param("phase", filter.phase())
                .param("limit", limit)
                .query(LogSql::head)
                .list();
    }

    /** Of the positions after one and up to another, the first ones. */
    static List<LoggedEvent> first(JdbcClient db, EventFilter filter, Span span, int limit) {
        return events(db, filter, span, "order by position limit :limit", limit);
    }

    /** Of the positions after one and up to another, the last ones, in order. */
    static List<LoggedEvent> last(JdbcClient db, EventFilter filter, Span span, int limit) {
        return events(db, filter, span, "order by position desc limit :limit", limit).reversed();
    }

    private static List<LoggedEvent> events(JdbcClient db, EventFilter filter, Span span,
            String order, int limit) {
        boolean one = filter.stream().indexOf('%') < 0;
        return db.sql("select * from event where "
                + (one ? "stream = :stream" : "stream like :stream")
                + " and position > :after and position <= :upTo"
                + " and (:rollout = '' or rollout = :rollout) " + marks(filter.marks()) + order)
                .param("stream", filter.stream())
                .param("after", span.after())
                .param("upTo", span.upTo())
                .param("rollout", filter.rollout())
                .param("actor", filter.marks().actor())
                .param("type", filter.marks().type())
                .param("since", filter.marks().since().toString())
                .param("until", filter.marks().until().toString())
                .param("limit", limit)
                .query(LogSql::event)
                .list();
    }

    /** Only what is asked for: an empty condition would still cost the planner its index. */
    private static String marks(EventFilter.Marks marks) {
        return (marks.actor().isEmpty()
                ? ""
                : "and actor <> '' and (actor = :actor"
                        + " or actor in (select id from actor as person where name = :actor)) ")
                + (marks.type().isEmpty() ? "" : "and type = :type ")
                + (marks.since().equals(EventFilter.Marks.ANY.since())
                        ? ""
                        : "and time >= :since::timestamptz ")
                + (marks.until().equals(EventFilter.Marks.ANY.until())
                        ? ""
                        : "and time < :until::timestamptz ");
    }

    /** The newest event of some types in each stream that has one. */
    static Map<String, LoggedEvent> newest(JdbcClient db, Collection<String> streams,
            Collection<String> types) {
        Map<String, LoggedEvent> newest = new HashMap<>();
        db.sql("""
                select found.* from unnest(:streams) as wanted (stream) cross join lateral (
                    select * from event where event.stream = wanted.stream and type = any(:types)
                    order by version desc limit 1
                ) as found
                """)
                .param("streams", new SqlArrayValue("text", streams.toArray()))
                .param("types", new SqlArrayValue("text", types.toArray()))
                .query(LogSql::event)
                .list()
                .forEach(event -> newest.put(event.event().stream(), event));
        return newest;
    }

    /** The newest event that stops or releases each of the targets. */
    static List<LoggedEvent> halts(JdbcClient db, String stream, Collection<String> targets) {
        return db.sql("""
                select distinct on (target) * from (
                    select event.*, convert_from(body, 'UTF8')::jsonb -> 'fact' ->> 'target' as target
                    from event where stream = :stream and type in ('TargetHalted', 'TargetReleased')
                ) as named where target = any(:targets) order by target, version desc
                """)
                .param("stream", stream)
                .param("targets", new SqlArrayValue("text", targets.toArray()))
                .query(LogSql::event)
                .list();
    }

    static Map<String, String> actors(JdbcClient db, Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        db.sql("select id, name from actor where id = any(:ids)")
                .param("ids", new SqlArrayValue("text", ids.toArray()))
                .query((row, number) -> names.put(row.getString("id"), row.getString("name")))
                .list();
        return names;
    }
}
