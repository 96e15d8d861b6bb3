package dev.fairlead.sandbox.rollout;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.events.TargetKey;

/** The log's tables as their owner sees them: what people have asked, and what must stand in none. */
final class Tables {

    private static final String HOLDING = """
            select 'event ' || stream || '@' || version from event
             where position(convert_to(:text, 'UTF8') in body) > 0
            union all select 'outgoing ' || topic || ' ' || key from outgoing
             where position(convert_to(:text, 'UTF8') in body) > 0 or position(:text in headers) > 0
            union all select 'definition ' || hash from definition where position(:text in body) > 0
            union all select 'target ' || stream from target where position(:text in state) > 0
            union all select 'command ' || id from command
             where position(:text in body) > 0 or position(:text in coalesce(answer, '')) > 0
            limit 20
            """;

    private final JdbcClient sql;

    /**
     * @param database
     *            as its owner or superuser sees it
     */
    Tables(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /**
     * A command of a person.
     *
     * @param answer
     *            empty while there is none
     */
    record Asked(String id, String type, String answer) {}

    /** Rows in which a text stands. */
    List<String> holding(String text) {
        return sql.sql(HOLDING).param("text", text).query(String.class).list();
    }

    /** What people have asked of a target, in order. */
    List<Asked> asked(TargetKey target) {
        return sql.sql("select id, type, coalesce(answer, '') as answer from command "
                + "where target = :target order by submitted")
                .param("target", target.toString())
                .query(Asked.class)
                .list();
    }
}
