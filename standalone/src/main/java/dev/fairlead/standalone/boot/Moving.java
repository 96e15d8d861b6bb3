package dev.fairlead.standalone.boot;

import java.io.IOException;
import java.sql.SQLException;

import dev.fairlead.orchestrator.eventlog.DatabaseAddress;
import dev.fairlead.standalone.flags.Wish;
import dev.fairlead.standalone.folder.DataFolder;
import dev.fairlead.standalone.move.LogMove;
import dev.fairlead.standalone.stores.PostgresServer;

/** Moves the log out of the data folder, while no engine runs on it. */
final class Moving {

    private static final String SCHEMA = "fairlead";

    private Moving() {}

    /**
     * @throws IllegalStateException
     *             there is nothing to move, the folder is in use, or the database does not take it
     */
    static void run(Wish wish, String url, Story story) {
        Surroundings surroundings = new Surroundings(wish.settings());
        try (DataFolder folder = DataFolder.take(Standalone.folder(wish))) {
            story.say("data", folder.path().toString());
            if (!folder.hasLog() || folder.movedTo().isPresent()) {
                throw new IllegalStateException("Expected a log to move in " + folder.path()
                        + ", but " + folder.movedTo()
                                .map(to -> "it was moved to " + to + " already")
                                .orElse("there is none"));
            }
            move(folder, target(url, surroundings), story);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The log stays where it is, for a database said: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("The data folder cannot be let go of", e);
        }
    }

    private static void move(DataFolder folder, DatabaseAddress to, Story story)
            throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder.postgres())) {
            var from = new DatabaseAddress(server.jdbcUrl(), server.username(), server.password(),
                    SCHEMA);
            String where = LogMove.withoutSecrets(to.url());
            story.say("moving", "to " + where);
            new LogMove(from, to).run()
                    .forEach((table, rows) -> story.say("copied",
                            table + ", rows: " + rows));
            folder.moved(where);
            story.say("moved", "start with --database " + where
                    + " from now on; what is left in " + folder.postgres()
                    + " is not used any more and may be removed");
        }
    }

    /** The owner of the tables, where there is one beside the everyday login. */
    private static DatabaseAddress target(String url, Surroundings surroundings) {
        String owner = surroundings.get("fairlead.database.owner");
        String schema = surroundings.has("fairlead.database.schema")
                ? surroundings.get("fairlead.database.schema")
                : SCHEMA;
        return owner.isEmpty()
                ? new DatabaseAddress(url, surroundings.get("spring.datasource.username"),
                        surroundings.get("spring.datasource.password"), schema)
                : new DatabaseAddress(url, owner,
                        surroundings.get("fairlead.database.owner-password"), schema);
    }
}
