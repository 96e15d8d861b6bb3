package dev.fairlead.standalone.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of the log as a database has them, so that none is forgotten when one is added. */
final class Tables {

    /** Each database keeps its own history of migrations. */
    private static final String HISTORY = "flyway_schema_history";

    private static final String NAMES = """
            select table_name from information_schema.tables
            where table_schema = ? and table_type = 'BASE TABLE' and table_name <> '%s'
            order by table_name
            """.formatted(HISTORY);

    private static final String REFERENCES = """
            select child.relname, parent.relname
            from pg_constraint c
            join pg_class child on child.oid = c.conrelid
            join pg_class parent on parent.oid = c.confrelid
            join pg_namespace n on n.oid = child.relnamespace
            where c.contype = 'f' and n.nspname = ?
            """;

    private static final String COLUMNS = """
            select string_agg('"' || column_name || '"', ', ' order by ordinal_position)
            from information_schema.columns
            where table_schema = ? and table_name = ? and is_generated = 'NEVER'
            """;

    private Tables() {}

    /** All of them, each behind those that it refers to. */
    static List<String> inOrder(Connection connection, String schema) throws SQLException {
        List<String> left = new ArrayList<>(strings(connection, NAMES, schema));
        Map<String, Set<String>> references = references(connection, schema);
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> next = left.stream()
                    .filter(table -> left.stream()
                            .filter(other -> !other.equals(table))
                            .noneMatch(references.getOrDefault(table, Set.of())::contains))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Expected tables that do not refer to each other in"
                        + " a circle, but got " + left);
            }
            ordered.addAll(next);
            left.removeAll(next);
        }
        return ordered;
    }

    /** Quoted, with commas. */
    static String columns(Connection connection, String schema, String table)
            throws SQLException {
        return strings(connection, COLUMNS, schema, table).getFirst();
    }

    private static Map<String, Set<String>> references(Connection connection, String schema)
            throws SQLException {
        Map<String, Set<String>> references = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(REFERENCES)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    references.computeIfAbsent(rows.getString(1), _ -> new HashSet<>())
                            .add(rows.getString(2));
                }
            }
        }
        return references;
    }

    private static List<String> strings(Connection connection, String sql, String... values)
            throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
