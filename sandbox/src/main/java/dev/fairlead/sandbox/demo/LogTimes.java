package dev.fairlead.sandbox.demo;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import javax.sql.DataSource;

/** When the log says that something was decided. */
final class LogTimes {

    private final DataSource database;

    LogTimes(DataSource database) {
        this.database = database;
    }

    /** The newest fact of a type; empty when there is none. */
    Optional<Instant> newest(String type) {
        String sql = "select max(time) from fairlead.event where type = ?";
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement(sql)) {
            ask.setString(1, type);
            var rows = ask.executeQuery();
            rows.next();
            return Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read: " + e.getMessage(), e);
        }
    }
}
