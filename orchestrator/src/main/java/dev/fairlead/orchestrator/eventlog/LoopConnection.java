package dev.fairlead.orchestrator.eventlog;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Opens the one connection of the writer: direct, and with a limit on every wait. */
final class LoopConnection {

    /** Before this server there is no limit on a whole transaction. */
    private static final int TRANSACTION_TIMEOUT_SINCE = 17;
    private static final String LIMITS = """
            set role fairlead_writer;
            set session characteristics as transaction isolation level read committed;
            set idle_in_transaction_session_timeout = '2s';
            set statement_timeout = '4s';
            set lock_timeout = '3s';
            set synchronous_commit = on
            """;

    private LoopConnection() {}

    static Connection open(DatabaseAddress address, String application) throws SQLException {
        Connection connection = DriverManager.getConnection(address.url(),
                properties(address, application));
        try {
            confine(connection, address.schema());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void confine(Connection connection, String schema) throws SQLException {
        connection.setSchema(schema);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMITS);
            if (connection.getMetaData()
                    .getDatabaseMajorVersion() >= TRANSACTION_TIMEOUT_SINCE) {
                statement.execute("set transaction_timeout = '5s'");
            }
        }
        connection.setAutoCommit(false);
    }

    private static Properties properties(DatabaseAddress address, String application) {
        var properties = new Properties();
        properties.setProperty("user", address.username());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", application);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("loginTimeout", "4");
        // Above statement_timeout, so that the server speaks first when it can.
        properties.setProperty("socketTimeout", "6");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }
}
