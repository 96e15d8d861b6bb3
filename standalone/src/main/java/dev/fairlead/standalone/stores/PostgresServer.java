package dev.fairlead.standalone.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Postgres in a folder, on loopback, with a password, which keeps what it has acknowledged. It ends
 * when this process does and is started again, on the same port, when it ends by itself.
 */
public final class PostgresServer implements AutoCloseable {

    /** The database of the log. */
    public static final String DATABASE = "fairlead";

    /** After a crash it first reads again what it had promised. */
    static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Before it is started again; grows with each try that fails. */
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);

    private static final int LONGEST_RESTART_PAUSES = 30;

    private static final int PORT_TRIES = 5;

    private static final long LOG_LIMIT_BYTES = 10L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private final Path folder;

    private final Path log;

    private final PostgresCluster cluster;

    private final String password;

    private int port;

    private @Nullable TiedProcess process;

    private volatile boolean closed;

    private PostgresServer(Path folder) throws IOException {
        this.folder = folder;
        this.log = folder.resolve("postgres.log");
        this.cluster = new PostgresCluster(folder);
        this.password = cluster.password();
    }

    /**
     * Starts it and returns when it answers, about 1 s; the first time it is made, about 3 s. Only one
     * may work on a folder: the caller holds it for itself.
     *
     * @param folder
     *            made when it is missing
     * @throws IllegalStateException
     *             it cannot start; the message says why
     */
    public static PostgresServer start(Path folder) {
        try {
            PostgresServer server = new PostgresServer(Folders.made(folder.toAbsolutePath()));
            server.open();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start Postgres in " + folder, e);
        }
    }

    /** With neither user nor password. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** Owns the database. */
    public String username() {
        return PostgresCluster.USER;
    }

    public String password() {
        return password;
    }

    private synchronized void open() throws IOException {
        cluster.prepare();
        endWhatIsLeft();
        for (int i = 1; process == null; i++) {
            port = LoopbackPort.free();
            launch(i == PORT_TRIES);
        }
        createDatabase();
    }

    /** @param last whether there is no other port to try */
    private void launch(boolean last) throws IOException {
        shorten();
        TiedProcess started = TiedProcess.start(folder, log, command(), cluster.environment());
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers()) {
            boolean late = closed || System.nanoTime() > deadline;
            if (late || !started.isAlive()) {
                started.untie();
                if (late || last || !lastLines().contains("Address already in use")) {
                    throw new IllegalStateException("Postgres does not start in " + folder
                            + "; it said: " + lastLines());
                }
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        process = started;
        @SuppressWarnings({"unused", "FutureReturnValueIgnored"}) // again() throws nothing
        var ended = started.ended().thenRunAsync(() -> again(started));
    }

    private List<String> command() throws IOException {
        return cluster.command("postgres", List.of("-D", cluster.data().toString(), "-p",
                Integer.toString(port), "-c", "listen_addresses=127.0.0.1", "-c",
                "unix_socket_directories=", "-c", "fsync=on", "-c", "synchronous_commit=on", "-c",
                "full_page_writes=on", "-c", "max_connections=40", "-c", "shared_buffers=32MB",
                "-c", "max_wal_size=256MB", "-c", "log_statement=none", "-c",
                "log_parameter_max_length=0"));
    }

    /** It has ended though nobody asked it to, by the hand of the kernel or of a person. */
    private synchronized void again(TiedProcess ended) {
        for (int i = 1; !closed && process == ended; i++) {
            LOG.error("postgres has ended by itself, starting it again log={}", log);
            LockSupport.parkNanos(
                    RESTART_PAUSE.multipliedBy(Math.min(i, LONGEST_RESTART_PAUSES)).toNanos());
            try {
                endWhatIsLeft();
                launch(true);
            } catch (IOException | RuntimeException e) {
                LOG.error("postgres does not start again", e);
            }
        }
    }

    private void endWhatIsLeft() throws IOException {
        if (cluster.isServed()) {
            LOG.warn("ending a postgres that an earlier run has left folder={}", folder);
            cluster.stop();
        }
        cluster.forgetOthers();
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            LOG.debug("postgres does not answer yet", e);
            return false;
        }
    }

    private void createDatabase() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                connection.createStatement().execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be made: " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", username());
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void shorten() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling("postgres.log.1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastLines() throws IOException {
        return Files.exists(log) ? LastLines.of(log) : "nothing";
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        closed = true;
        end();
    }

    private synchronized void end() {
        TiedProcess running = process;
        process = null;
        if (running == null) {
            return;
        }
        try {
            cluster.stop();
        } catch (IOException | IllegalStateException e) {
            LOG.warn("postgres does not end in good order, it is told to quit", e);
        }
        try {
            running.untie();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot end Postgres in " + folder, e);
        }
        if (!running.endsWithin(PostgresCluster.STOP_LIMIT)) {
            LOG.error("postgres does not end folder={}", folder);
        }
    }
}
