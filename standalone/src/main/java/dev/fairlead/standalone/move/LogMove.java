package dev.fairlead.standalone.move;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;

import dev.fairlead.orchestrator.boot.Migration;
import dev.fairlead.orchestrator.eventlog.DatabaseAddress;

/**
 * Copies the log with all its tables, in one transaction. Both databases are brought to this version
 * first; what comes out is compared before it counts.
 */
public final class LogMove {

    private final DatabaseAddress from;

    private final DatabaseAddress to;

    /** Both logins own their tables. */
    public LogMove(DatabaseAddress from, DatabaseAddress to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies everything; nobody may work on either log meanwhile.
     *
     * @return rows by table
     * @throws IllegalStateException
     *             the second one has a log already, or is in use, or the copy is not the same; nothing
     *             has been changed there
     * @throws SQLException
     *             a database does not answer or refuses; nothing has been changed in the second one
     */
    public Map<String, Long> run() throws SQLException {
        Migration.run(from);
        Migration.run(to);
        try (Connection source = connect(from); Connection target = connect(to)) {
            source.setAutoCommit(false);
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            target.setAutoCommit(false);
            expectEmpty(target);
            Map<String, Long> rows = copyAll(source, target);
            expectSame(source, target);
            target.commit();
            source.rollback();
            return rows;
        }
    }

    private void expectEmpty(Connection target) throws SQLException {
        if (number(target, "select count(*) from event") > 0) {
            throw new IllegalStateException("Expected a database without a log, but "
                    + withoutSecrets(to.url()) + " has one with "
                    + number(target, "select max(position) from event") + " events");
        }
        if (number(target, "select count(*) from lease where until > clock_timestamp()") > 0) {
            throw new IllegalStateException("Expected a database that no engine uses, but one works"
                    + " on " + withoutSecrets(to.url()) + " just now");
        }
    }

    private Map<String, Long> copyAll(Connection source, Connection target) throws SQLException {
        var tables = Tables.inOrder(source, from.schema());
        try (Statement statement = target.createStatement()) {
            for (String table : tables.reversed()) {
                statement.execute("delete from \"" + table + "\"");
            }
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : tables) {
            rows.put(table, copy(table, source, target));
        }
        return rows;
    }

    private long copy(String table, Connection source, Connection target) throws SQLException {
        String columns = Tables.columns(source, from.schema(), table);
        String words = "\"" + table + "\" (" + columns + ")";
        CopyOut out = manager(source)
                .copyOut("copy " + words + " to stdout with (format binary)");
        CopyIn in = manager(target).copyIn("copy " + words + " from stdin with (format binary)");
        byte[] part = out.readFromCopy();
        while (part != null) {
            in.writeToCopy(part, 0, part.length);
            part = out.readFromCopy();
        }
        return in.endCopy();
    }

    private static CopyManager manager(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getCopyAPI();
    }

    /** The chain of hashes makes the last ones stand for all before them. */
    private void expectSame(Connection source, Connection target) throws SQLException {
        String digest = """
                select count(*) || ' events, digest '
                    || coalesce(md5(string_agg(encode(hash, 'hex'), '' order by position)), '')
                from event
                """;
        String before = text(source, digest);
        String after = text(target, digest);
        if (!before.equals(after)) {
            throw new IllegalStateException("Expected the copy to have " + before + ", but it has "
                    + after);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        Properties properties = new Properties();
        if (!address.username().isEmpty()) {
            properties.setProperty("user", address.username());
            properties.setProperty("password", address.password());
        }
        properties.setProperty("currentSchema", address.schema());
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(address.url(), properties);
    }

    /** For people, and for files that others may read. */
    public static String withoutSecrets(String url) {
        return url.replaceAll("//[^/@]*@", "//").replaceAll("\\?.*", "");
    }
}
