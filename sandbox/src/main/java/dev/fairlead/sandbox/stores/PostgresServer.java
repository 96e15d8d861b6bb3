package dev.fairlead.sandbox.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import dev.fairlead.sandbox.child.Child;
import dev.fairlead.sandbox.child.Closers;

/** A Postgres server on loopback that keeps what it has acknowledged; it ends when this process does. */
public final class PostgresServer implements AutoCloseable {

    static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String PID_FILE = "postmaster.pid";

    private final Path folder;
    private final Path data;
    private final int port;
    private @Nullable Closers running;
    private @Nullable EmbeddedPostgres server;

    /** @param folder an existing folder for its data, which are kept for a restart */
    public PostgresServer(Path folder, int port) {
        this.folder = folder.toAbsolutePath();
        this.data = this.folder.resolve("data");
        this.port = port;
    }

    /**
     * Starts it, or starts it again on the same port and data, and returns when it answers; about 2 s.
     *
     * @throws IllegalStateException another server still works on these data
     */
    public synchronized void start() {
        if (server != null) {
            throw new IllegalStateException(
                    "Expected Postgres to be stopped before a start, but it runs");
        }
        try {
            refuseSecondServer();
            Closers parts = new Closers();
            running = parts;
            parts.add(Child.guard("postgres-guard", folder, folder.resolve("postgres.log"),
                    data.resolve(PID_FILE), "QUIT"));
            server = parts.add(builder().start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start Postgres in " + folder, e);
        }
    }

    /** zonky turns durability off unless told otherwise; what is measured and killed here needs it. */
    private EmbeddedPostgres.Builder builder() {
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect
                .appendTo(folder.resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(START_LIMIT)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setErrorRedirector(log)
                .setOutputRedirector(log);
    }

    private void refuseSecondServer() throws IOException {
        Path pidFile = data.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
            throw new IllegalStateException(
                    "Expected nobody to work on " + data + ", but process " + pid + " does");
        }
        Files.delete(pidFile);
    }

    /** For the superuser {@code postgres}, who needs no password here. */
    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    /** For the superuser and a database that exists. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    /** Connections to the database {@code postgres} as superuser, without a pool. */
    public synchronized DataSource dataSource() {
        if (server == null) {
            throw new IllegalStateException("Expected Postgres to run, but it is stopped");
        }
        return server.getPostgresDatabase();
    }

    /** Ends it at once; {@link #start()} brings it back with all that it had acknowledged. */
    public synchronized void stop() {
        Closers parts = running;
        running = null;
        server = null;
        if (parts != null) {
            parts.close();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
