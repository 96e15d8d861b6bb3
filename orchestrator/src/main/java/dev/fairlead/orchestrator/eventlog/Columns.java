package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import org.springframework.jdbc.support.SqlArrayValue;

/** Rows as one array per column, so that a batch is one statement. */
record Columns<T>(List<T> rows) {

    private static final String INFINITY = "infinity";

    SqlArrayValue texts(Function<T, String> column) {
        return array("text", column);
    }

    SqlArrayValue numbers(Function<T, Number> column) {
        return array("bigint", column);
    }

    SqlArrayValue bytes(Function<T, byte[]> column) {
        return new SqlArrayValue("bytea",
                (Object[]) rows.stream().map(column).toArray(byte[][]::new));
    }

    /** As text, which keeps every µs; the end of time is {@code infinity}. */
    SqlArrayValue times(Function<T, Instant> column) {
        return array("timestamptz", row -> {
            Instant time = column.apply(row);
            return time.equals(HeadRow.NEVER) ? INFINITY : time.toString();
        });
    }

    private SqlArrayValue array(String type, Function<T, ?> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
