package dev.fairlead.orchestrator.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.fairlead.orchestrator.eventlog.DatabaseAddress;

/**
 * Who owns the tables of the log and brings them up to date.
 *
 * @param schema
 *            the schema that holds them
 * @param owner
 *            a login; empty for that of {@code spring.datasource}
 */
@ConfigurationProperties("fairlead.database")
public record OwnerSettings(@DefaultValue("fairlead") String schema,
        @DefaultValue("") String owner, @DefaultValue("") String ownerPassword) {

    DatabaseAddress address(DatabaseAddress everyday) {
        return owner.isEmpty()
                ? everyday
                : new DatabaseAddress(everyday.url(), owner, ownerPassword, schema);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return owner + " of " + schema;
    }
}
