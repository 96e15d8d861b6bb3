package dev.fairlead.orchestrator.inbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.fairlead.orchestrator.eventlog.DatabaseAddress;

/**
 * Rings when any instance hands a command in, so that the active one need not find it by looking.
 * What it misses while it has no connection is found all the same, a second later.
 */
public final class CommandBell {

    /** The channel; the schema is the payload, for logs may share a database. */
    static final String CHANNEL = "fairlead_command";
    /** Longest wait for one answer of the database. */
    static final Duration LISTEN = Duration.ofSeconds(2);
    /** Time between two tries to connect. */
    static final Duration TRY_EVERY = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(CommandBell.class);

    private final DatabaseAddress address;
    private final Runnable ring;

    public CommandBell(DatabaseAddress address, Runnable ring) {
        this.address = address;
        this.ring = ring;
    }

    /**
     * Listens until told to stop.
     *
     * @param pause
     *            waits, shorter when stopped
     */
    public void listen(BooleanSupplier stopped, Consumer<Duration> pause) {
        while (!stopped.getAsBoolean()) {
            try (Connection connection = DriverManager.getConnection(address.url(),
                    address.username(), address.password())) {
                listen(connection, stopped);
            } catch (SQLException e) {
                LOG.debug("nobody rings for commands, they are looked for each second", e);
                pause.accept(TRY_EVERY);
            }
        }
    }

    private void listen(Connection connection, BooleanSupplier stopped) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        PGConnection ears = connection.unwrap(PGConnection.class);
        while (!stopped.getAsBoolean()) {
            for (PGNotification heard : ears.getNotifications((int) LISTEN.toMillis())) {
                if (heard.getParameter().equals(address.schema())) {
                    ring.run();
                }
            }
        }
    }
}
