package dev.fairlead.standalone.boot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.fairlead.standalone.flags.Wish;
import dev.fairlead.standalone.folder.DataFolder;
import dev.fairlead.standalone.move.LogMove;
import dev.fairlead.standalone.stores.KafkaBroker;
import dev.fairlead.standalone.stores.PostgresServer;

/** Kafka and the database: embedded, unless others are named. */
final class Stores {

    private static final String BROKERS = "fairlead.kafka.bootstrap-servers";

    private static final String DATABASE = "spring.datasource.url";

    private final DataFolder folder;

    private final Wish wish;

    private final Surroundings surroundings;

    private final Parts parts;

    Stores(DataFolder folder, Wish wish, Surroundings surroundings, Parts parts) {
        this.folder = folder;
        this.wish = wish;
        this.surroundings = surroundings;
        this.parts = parts;
    }

    /**
     * Starts what is embedded, both at once, and returns where everything is, as settings.
     *
     * @throws IllegalStateException
     *             one cannot start, or the log is elsewhere than was named
     */
    Map<String, String> open(Story story) {
        boolean ownDatabase = wish.value("database").isEmpty() && !surroundings.has(DATABASE);
        boolean ownKafka = wish.value("kafka").isEmpty() && !surroundings.has(BROKERS);
        expectLog(ownDatabase);
        Map<String, String> settings = new LinkedHashMap<>();
        var kafka = CompletableFuture.supplyAsync(
                () -> ownKafka ? broker(story) : named(BROKERS, "kafka", story));
        var database = CompletableFuture.supplyAsync(
                () -> ownDatabase ? postgres(story) : named(DATABASE, "database", story));
        try {
            settings.putAll(database.join());
            settings.putAll(kafka.join());
            return settings;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void expectLog(boolean embedded) {
        if (embedded && folder.movedTo().isPresent()) {
            throw new IllegalStateException("Expected --database, for the log of " + folder.path()
                    + " was moved to " + folder.movedTo().get() + ", but got none");
        }
        if (!embedded && folder.hasLog() && folder.movedTo().isEmpty()) {
            throw new IllegalStateException("Expected a data folder without a log beside a database"
                    + " of your own, but " + folder.path() + " has one: move it there with"
                    + " --move-log-to, or name another folder with --data");
        }
    }

    private Map<String, String> broker(Story story) {
        KafkaBroker broker = story.timed("kafka", "embedded in " + folder.kafka(),
                () -> parts.add(KafkaBroker.start(folder.kafka())));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(BROKERS, broker.bootstrapServers());
        broker.clientProperties()
                .forEach((name, value) -> settings.put("fairlead.kafka.properties[" + name + "]",
                        value));
        return settings;
    }

    private Map<String, String> postgres(Story story) {
        PostgresServer server = story.timed("postgres", "embedded in " + folder.postgres(),
                () -> parts.add(PostgresServer.start(folder.postgres())));
        return Map.of(DATABASE, server.jdbcUrl(), "spring.datasource.username",
                server.username(), "spring.datasource.password", server.password());
    }

    private Map<String, String> named(String setting, String flag, Story story) {
        String where = wish.value(flag).orElseGet(() -> surroundings.get(setting));
        story.say(flag, LogMove.withoutSecrets(where) + " (not embedded)");
        return Map.of(setting, where);
    }
}
