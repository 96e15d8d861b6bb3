package dev.fairlead.orchestrator.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.fairlead.orchestrator.eventlog.DatabaseAddress;

/**
 * The database of the log, under Spring's own names. The login must be a member of the roles
 * {@code fairlead_writer} and {@code fairlead_reader}.
 */
@ConfigurationProperties("spring.datasource")
public record DatabaseSettings(@DefaultValue("") String url, @DefaultValue("") String username,
        @DefaultValue("") String password) {

    DatabaseAddress address(OwnerSettings owner) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "Expected spring.datasource.url as jdbc:postgresql://host:port/name, but got \""
                            + url + "\"");
        }
        return new DatabaseAddress(url, username, password, owner.schema());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return username + "@" + url;
    }
}
