package dev.fairlead.orchestrator.eventlog;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes heads. A head that is not at the version it was read at is doubt, never overwritten. */
final class HeadSql {

    private static final String INSERT = """
            insert into target (stream, cluster, namespace, name, version, hash, time, schema, state,
                   next_due, life, rollout, phase)
            select * from unnest(:stream, :cluster, :namespace, :name, :version, :hash, :time,
                   :schema::integer[], :state, :due, :life, :rollout, :phase)
            """;
    private static final String UPDATE = """
            update target set version = given.version, hash = given.hash, time = given.time,
                   schema = given.schema, state = given.state, next_due = given.due,
                   life = given.life, rollout = given.rollout, phase = given.phase
            from unnest(:stream, :before, :version, :hash, :time, :schema::integer[], :state, :due,
                   :life, :rollout, :phase) as given (stream, before, version, hash, time, schema,
                   state, due, life, rollout, phase)
            where target.stream = given.stream and target.version = given.before
            """;

    private HeadSql() {}

    static void write(JdbcClient db, List<HeadChange> heads) {
        var fresh = heads.stream().filter(head -> head.before() == 0).toList();
        var moved = heads.stream().filter(head -> head.before() > 0).toList();
        int written = insert(db, fresh) + update(db, moved);
        if (written != heads.size()) {
            throw new LostLease("Expected to write " + heads.size() + " heads, but wrote "
                    + written + ": they are not where they were read", null);
        }
    }

    private static int insert(JdbcClient db, List<HeadChange> heads) {
        if (heads.isEmpty()) {
            return 0;
        }
        var columns = new Columns<>(heads);
        return common(db.sql(INSERT), columns)
                .param("cluster", columns.texts(it -> it.after().target().cluster()))
                .param("namespace", columns.texts(it -> it.after().target().namespace()))
                .param("name", columns.texts(it -> it.after().target().name()))
                .update();
    }

    private static int update(JdbcClient db, List<HeadChange> heads) {
        if (heads.isEmpty()) {
            return 0;
        }
        var columns = new Columns<>(heads);
        return common(db.sql(UPDATE), columns).param("before", columns.numbers(HeadChange::before))
                .update();
    }

    private static JdbcClient.StatementSpec common(JdbcClient.StatementSpec statement,
            Columns<HeadChange> columns) {
        return statement.param("stream", columns.texts(it -> it.after().mark().stream()))
                .param("version", columns.numbers(it -> it.after().mark().version()))
                .param("hash", columns.bytes(it -> it.after().mark().hash().bytes()))
                .param("time", columns.times(it -> it.after().mark().time()))
                .param("schema", columns.numbers(it -> it.after().schema()))
                .param("state", columns.texts(it -> it.after().state()))
                .param("due", columns.times(it -> it.after().nextDue()))
                .param("life", columns.texts(it -> it.after().search().life()))
                .param("rollout", columns.texts(it -> it.after().search().rollout()))
                .param("phase", columns.texts(it -> it.after().search().phase()));
    }
}
