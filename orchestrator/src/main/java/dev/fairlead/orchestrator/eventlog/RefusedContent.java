package dev.fairlead.orchestrator.eventlog;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** The batch was not appended, and would not be another time: the database refuses what is in it. */
public final class RefusedContent extends LostLease {

    private static final long serialVersionUID = 1;

    /** Data exceptions, integrity constraints, limits of the program. */
    private static final java.util.Set<String> CLASSES = java.util.Set.of("22", "23", "54");

    RefusedContent(String message, Throwable cause) {
        super(message, cause);
    }

    static boolean isReasonOf(Throwable error) {
        for (@Nullable
        Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null
                    && sql.getSQLState().length() > 2
                    && CLASSES.contains(sql.getSQLState().substring(0, 2))) {
                return true;
            }
        }
        return false;
    }
}
