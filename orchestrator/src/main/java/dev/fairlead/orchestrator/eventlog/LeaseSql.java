package dev.fairlead.orchestrator.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.orchestrator.eventlog.Tenure.Home;

/**
 * The lease is one row, and every append begins with its update: whoever was overtaken finds no
 * row, and whoever is in the middle of an append makes a taker wait. Reading the row with a lock
 * instead would leave holes.
 */
final class LeaseSql {

    private static final String HOME = """
            select (select system_identifier::text from pg_control_system()) as system,
                   substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) as timeline
            """;
    private static final String TAKE = """
            update lease set holder = :me, term = term + 1, until = clock_timestamp() + '5 s'
            where id = 1 and (until < clock_timestamp() or holder = :me)
            returning term, position, epoch, system, timeline, clock_timestamp() as now
            """;
    private static final String RENEW = """
            update lease set until = clock_timestamp() + '5 s', position = :last, epoch = :epoch,
                   system = :system, timeline = :timeline
            where id = 1 and term = :term and position = :first - 1
            returning clock_timestamp() as now
            """;
    private static final String RELEASE = """
            update lease set until = clock_timestamp() where id = 1 and term = :term
            """;

    private LeaseSql() {}

    static Optional<Tenure> take(JdbcClient db, String me) {
        Home found = db.sql(HOME)
                .query((row, number) -> new Home(row.getString(1), row.getString(2)))
                .single();
        return db.sql(TAKE)
                .param("me", me)
                .query((row, number) -> new Tenure(row.getLong("term"), row.getLong("position"),
                        row.getLong("epoch"),
                        new Home(row.getString("system"), row.getString("timeline")), found,
                        now(row)))
                .optional();
    }

    static Optional<Instant> renew(JdbcClient db, Append batch) {
        Home home = batch.under().found();
        return db.sql(RENEW)
                .param("last", batch.last())
                .param("first", batch.first())
                .param("epoch", batch.epoch())
                .param("term", batch.under().term())
                .param("system", home.system())
                .param("timeline", home.timeline())
                .query((row, number) -> now(row))
                .optional();
    }

    static int release(JdbcClient db, Tenure tenure) {
        return db.sql(RELEASE).param("term", tenure.term()).update();
    }

    private static Instant now(ResultSet row) throws SQLException {
        return row.getObject("now", OffsetDateTime.class).toInstant();
    }
}
