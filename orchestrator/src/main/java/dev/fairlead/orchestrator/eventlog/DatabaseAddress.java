package dev.fairlead.orchestrator.eventlog;

/**
 * How the log's database is reached.
 *
 * @param url
 *            a JDBC URL
 * @param schema
 *            the schema that holds the tables
 */
public record DatabaseAddress(String url, String username, String password, String schema) {

    /** Without the password. */
    @Override
    public String toString() {
        return username + "@" + url + " schema " + schema;
    }
}
