package dev.fairlead.orchestrator.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.orchestrator.eventlog.Board.Order;
import dev.fairlead.orchestrator.eventlog.Board.Slice;

/** Reads heads as people want to see them: counted by phase, and those first that matter. */
final class BoardSql {

    /**
     * The phase is cut out of the state's text: to parse 10,000 states takes ten times as long. A
     * test keeps it in step with the states that are written.
     */
    private static final String FOUND = """
            with found as materialized (
                select stream, time, rollout,
                       split_part(split_part(state, '"shown":{"phase":"', 2), '"', 1) as shown
                from target
                where (life <> '' or :gone) and (:cluster = '' or cluster = :cluster)
                and (:namespace = '' or namespace = :namespace) and (:name = '' or name = :name)
                and (:stage = '' or phase = upper(:stage))
                and (:text = '' or position(lower(:text) in lower(substr(stream, 8))) > 0)
            ), page as (
                select stream, row_number() over (order by %s) as place from found
                where :phase = '' or lower(shown) = lower(:phase)
                order by place offset :offset limit :limit
            )
            select stream, '' as shown, place as number from page
            union all select '', shown, count(*) from found group by shown
            order by number
            """;

    private BoardSql() {}

    /** The streams of a page in order, and the counts of all phases. */
    static Page page(JdbcClient db, TargetFilter filter, Slice slice) {
        List<String> streams = new ArrayList<>();
        Map<String, Long> phases = new HashMap<>();
        db.sql(FOUND.formatted(order(slice.order())))
                .param("gone", filter.gone())
                .param("cluster", filter.cluster())
                .param("namespace", filter.namespace())
                .param("name", filter.name())
                .param("stage", filter.stage())
                .param("text", filter.text())
                .param("phase", filter.phase())
                .param("offset", slice.offset())
                .param("limit", slice.limit())
                .query((row, number) -> row.getString("stream").isEmpty()
                        ? phases.put(row.getString("shown"), row.getLong("number"))
                        : Boolean.valueOf(streams.add(row.getString("stream"))))
                .list();
        return new Page(streams, phases);
    }

    record Page(List<String> streams, Map<String, Long> phases) {}

    /** Clusters and namespaces, for those who choose. */
    static List<String> places(JdbcClient db, int limit) {
        return db.sql("""
                select cluster || '/' || namespace as place from target where life <> ''
                group by cluster, namespace order by cluster, namespace limit :limit
                """).param("limit", limit).query(String.class).list();
    }

    static List<RolloutRow> rollouts(JdbcClient db, String stream, int limit) {
        return db.sql("""
                select id, stream, life, revision, phase, started, changed, ended, position
                from rollout where stream = :stream order by started desc, position desc limit :limit
                """)
                .param("stream", stream)
                .param("limit", limit)
                .query((row, number) -> new RolloutRow(row.getString("id"),
                        row.getString("stream"), row.getString("life"), row.getString("revision"),
                        row.getString("phase"), LogSql.time(row, "started"),
                        LogSql.time(row, "changed"), LogSql.time(row, "ended"),
                        row.getLong("position")))
                .list();
    }

    private static String order(Order order) {
        return switch (order) {
            case ATTENTION ->
                    "(rollout = ''), (shown is distinct from 'Failed'), time desc, stream";
            case NAME -> "stream";
            case CHANGE -> "time desc, stream";
        };
    }
}
