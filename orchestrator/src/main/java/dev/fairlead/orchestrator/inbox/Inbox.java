package dev.fairlead.orchestrator.inbox;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.orchestrator.eventlog.AskedCommand;

/** The table of people's commands, from the side of those who ask. */
public final class Inbox {

    private final JdbcClient db;

    /**
     * @param source
     *            connections in the role of the reader
     */
    public Inbox(DataSource source) {
        this.db = JdbcClient.create(source);
    }

    /**
     * The number of a person; given at the first call.
     *
     * @param name
     *            as people know it; stands in one table only, so that it can be erased
     */
    public String actor(String name) {
        db.sql("insert into actor (id, name) values (:id, :name) on conflict (name) do nothing")
                .param("id", UUID.randomUUID().toString())
                .param("name", name)
                .update();
        return db.sql("select id from actor where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    /**
     * Hands a command in. The same key with the same content is the same request.
     *
     * @return false when the key was used for something else
     */
    public boolean handIn(AskedCommand asked) {
        // One statement, so that who is rung for finds it.
        int inserted = db.sql("""
                with handed as (
                    insert into command (id, actor, target, type, body, expires)
                    values (:id, :actor, :target, :type, :body, :expires)
                    on conflict (id) do nothing returning 1
                )
                select count(pg_notify(:channel, current_schema())) from handed
                """)
                .param("channel", CommandBell.CHANNEL)
                .param("id", asked.id())
                .param("actor", asked.actor())
                .param("target", asked.target())
                .param("type", asked.type())
                .param("body", asked.body())
                .param("expires", OffsetDateTime.ofInstant(asked.expires(), ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        return inserted == 1 || isSame(asked);
    }

    /** The answer, once there is one, as JSON. */
    public Optional<String> answer(String id) {
        return db.sql("select answer from command where id = :id and answer is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** A command that was handed in. */
    public Optional<HandedIn> find(String id) {
        return db.sql("select id, target, type, coalesce(answer, '') as answer from command"
                + " where id = :id")
                .param("id", id)
                .query((row, number) -> new HandedIn(row.getString("id"), row.getString("target"),
                        row.getString("type"), row.getString("answer")))
                .optional();
    }

    /** How long a command of this type may wait to be decided. */
    public static Duration patience(String type) {
        return type.equals("AbortRollout") ? Duration.ofMinutes(15) : Duration.ofSeconds(60);
    }

    private boolean isSame(AskedCommand asked) {
        return db.sql("""
                select count(*) from command where id = :id and actor = :actor
                and target = :target and type = :type and body = :body
                """)
                .param("id", asked.id())
                .param("actor", asked.actor())
                .param("target", asked.target())
                .param("type", asked.type())
                .param("body", asked.body())
                .query(Long.class)
                .single() == 1;
    }
}
