package dev.fairlead.orchestrator.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.orchestrator.eventlog.HeaderJson;
import dev.fairlead.orchestrator.eventlog.Outgoing;

/** The outbox in Postgres. */
public final class JdbcOutbox implements Outbox {

    private final JdbcClient db;

    /**
     * @param source
     *            connections in the role of the writer
     */
    public JdbcOutbox(DataSource source) {
        this.db = JdbcClient.create(source);
    }

    @Override
    public long cursor() {
        return db.sql("select position from relay_cursor").query(Long.class).single();
    }

    @Override
    public List<Outgoing> after(Place place, int limit) {
        return db.sql("""
                select position, ordinal, topic, key, headers, body from outgoing
                where (position, ordinal) > (:position, :ordinal)
                order by position, ordinal limit :limit
                """)
                .param("position", place.position())
                .param("ordinal", place.ordinal())
                .param("limit", limit)
                .query(JdbcOutbox::outgoing)
                .list();
    }

    @Override
    public boolean save(long term, long position) {
        return db.sql("""
                update relay_cursor set term = :term, position = greatest(position, :position)
                where id = 1 and term <= :term
                """).param("term", term).param("position", position).update() == 1;
    }

    @Override
    public int sweep(int atMost) {
        return db.sql("select sweep_outgoing(:limit)")
                .param("limit", atMost)
                .query(Integer.class)
                .single();
    }

    private static Outgoing outgoing(ResultSet row, int number) throws SQLException {
        return new Outgoing(row.getLong("position"), row.getInt("ordinal"),
                row.getString("topic"), row.getString("key"),
                HeaderJson.read(row.getString("headers")), row.getBytes("body"));
    }
}
