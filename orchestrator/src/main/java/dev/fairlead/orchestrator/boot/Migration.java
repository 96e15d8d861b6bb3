package dev.fairlead.orchestrator.boot;

import org.flywaydb.core.Flyway;

import dev.fairlead.orchestrator.eventlog.DatabaseAddress;

/** Brings the tables of the log up to date. Several instances may do so at once; one does. */
public final class Migration {

    /** Where the scripts are; not Flyway's usual place, for services may share a class path. */
    private static final String SCRIPTS = "classpath:db/fairlead";

    private Migration() {}

    /**
     * @throws org.flywaydb.core.api.FlywayException
     *             when the database does not answer or the scripts do not fit it
     */
    public static void run(DatabaseAddress owner) {
        Flyway.configure()
                .dataSource(owner.url(), owner.username(), owner.password())
                .schemas(owner.schema())
                .defaultSchema(owner.schema())
                .locations(SCRIPTS)
                .load()
                .migrate();
    }
}
