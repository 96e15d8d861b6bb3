package dev.fairlead.orchestrator.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.fairlead.orchestrator.eventlog.DatabaseAddress;

/** Connections for all but the loop, which has its own; each in the role of its use. */
final class Pools implements AutoCloseable {

    /** How long a request waits for a connection, in ms. */
    private static final int PATIENCE_MS = 3_000;
    private static final int READERS = 6;
    private static final int WRITERS = 1;

    private final HikariDataSource readers;
    private final HikariDataSource writers;

    Pools(DatabaseAddress address) {
        this.readers = pool(address, "fairlead_reader", READERS);
        this.writers = pool(address, "fairlead_writer", WRITERS);
    }

    /** For the API. */
    HikariDataSource readers() {
        return readers;
    }

    /** For the relay. */
    HikariDataSource writers() {
        return writers;
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private static HikariDataSource pool(DatabaseAddress address, String role, int size) {
        var config = new HikariConfig();
        config.setPoolName(role);
        config.setJdbcUrl(address.url());
        config.setUsername(address.username());
        config.setPassword(address.password());
        config.setSchema(address.schema());
        config.setConnectionInitSql("set role " + role);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MS);
        // The database may come later than we do.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("socketTimeout", "10");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }
}
