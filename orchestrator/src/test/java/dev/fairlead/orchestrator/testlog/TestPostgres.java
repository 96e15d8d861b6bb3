package dev.fairlead.orchestrator.testlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.fairlead.orchestrator.boot.Migration;
import dev.fairlead.orchestrator.eventlog.DatabaseAddress;

/** A Postgres that writes to disk as a real one does; each log in a schema of its own. */
public final class TestPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static TestPostgres started() {
        try {
            return new TestPostgres(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new empty log. */
    public DatabaseAddress newLog() {
        String schema = "log_" + UUID.randomUUID().toString().replace("-", "");
        DatabaseAddress address = new DatabaseAddress(url(), "postgres", "postgres", schema);
        Migration.run(address);
        return address;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** Connections of the owner. */
    public static DataSource owner(DatabaseAddress address) {
        var source = new DriverManagerDataSource(address.url(), address.username(),
                address.password());
        source.setSchema(address.schema());
        return source;
    }

    public static JdbcClient sql(DatabaseAddress address) {
        return JdbcClient.create(owner(address));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
