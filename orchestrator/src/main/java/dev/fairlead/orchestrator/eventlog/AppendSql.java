package dev.fairlead.orchestrator.eventlog;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a batch below the lease: one statement per table, none for an empty one. */
final class AppendSql {

    private static final String EVENTS = """
            insert into event (position, stream, version, epoch, type, schema, life, rollout,
                   causation, correlation, actor, time, body, previous, hash)
            select * from unnest(:position, :stream, :version, :epoch, :type, :schema::integer[],
                   :life, :rollout, :causation, :correlation, :actor, :time, :body, :previous,
                   :hash)
            """;
    private static final String OUTGOING = """
            insert into outgoing (position, ordinal, topic, key, headers, body)
            select * from unnest(:position, :ordinal::integer[], :topic, :key, :headers, :body)
            """;
    private static final String DEFINITIONS = """
            insert into definition (hash, body) select * from unnest(:hash, :body)
            on conflict (hash) do nothing
            """;
    private static final String OFFSETS = """
            insert into intake_offset (topic, part, topic_id, next)
            select * from unnest(:topic, :part::integer[], :id, :next)
            on conflict (topic, part) do update set topic_id = excluded.topic_id, next = excluded.next
            """;
    private static final String ROLLOUTS = """
            insert into rollout (id, stream, life, revision, phase, started, changed, ended, position)
            select * from unnest(:id, :stream, :life, :revision, :phase, :started, :changed, :ended,
                   :position)
            on conflict (id) do update set phase = excluded.phase, changed = excluded.changed,
                   ended = excluded.ended, position = excluded.position
            """;
    private static final String ANSWERS = """
            update command set answered = clock_timestamp(), answer = given.text
            from unnest(:id, :text) as given (id, text)
            where command.id = given.id and command.answer is null
            """;

    private AppendSql() {}

    static void write(JdbcClient db, Append batch) {
        events(db, batch.events());
        outgoing(db, batch.outgoing());
        definitions(db, batch.definitions());
        HeadSql.write(db, batch.heads());
        rollouts(db, batch.rollouts());
        offsets(db, batch.offsets());
        answers(db, batch.answers());
    }

    private static void events(JdbcClient db, List<LoggedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var columns = new Columns<>(events);
        db.sql(EVENTS)
                .param("position", columns.numbers(LoggedEvent::position))
                .param("stream", columns.texts(it -> it.event().stream()))
                .param("version", columns.numbers(it -> it.event().version()))
                .param("epoch", columns.numbers(it -> it.event().epoch()))
                .param("type", columns.texts(it -> it.event().type()))
                .param("schema", columns.numbers(it -> it.event().schema()))
                .param("life", columns.texts(it -> it.event().ids().life()))
                .param("rollout", columns.texts(it -> it.event().ids().rollout()))
                .param("causation", columns.texts(it -> it.event().ids().causation()))
                .param("correlation", columns.texts(it -> it.event().ids().correlation()))
                .param("actor", columns.texts(it -> it.event().ids().actor()))
                .param("time", columns.times(it -> it.event().time()))
                .param("body", columns.bytes(it -> it.event().body()))
                .param("previous", columns.bytes(it -> it.previous().bytes()))
                .param("hash", columns.bytes(it -> it.hash().bytes()))
                .update();
    }

    private static void outgoing(JdbcClient db, List<Outgoing> outgoing) {
        if (outgoing.isEmpty()) {
            return;
        }
        var columns = new Columns<>(outgoing);
        db.sql(OUTGOING)
                .param("position", columns.numbers(Outgoing::position))
                .param("ordinal", columns.numbers(Outgoing::ordinal))
                .param("topic", columns.texts(Outgoing::topic))
                .param("key", columns.texts(Outgoing::key))
                .param("headers", columns.texts(it -> HeaderJson.write(it.headers())))
                .param("body", columns.bytes(Outgoing::body))
                .update();
    }

    private static void definitions(JdbcClient db, List<StoredDefinition> definitions) {
        if (!definitions.isEmpty()) {
            var columns = new Columns<>(definitions);
            db.sql(DEFINITIONS)
                    .param("hash", columns.texts(StoredDefinition::hash))
                    .param("body", columns.texts(StoredDefinition::body))
                    .update();
        }
    }

    private static void rollouts(JdbcClient db, List<RolloutRow> rollouts) {
        if (rollouts.isEmpty()) {
            return;
        }
        var columns = new Columns<>(rollouts);
        db.sql(ROLLOUTS)
                .param("id", columns.texts(RolloutRow::id))
                .param("stream", columns.texts(RolloutRow::stream))
                .param("life", columns.texts(RolloutRow::life))
                .param("revision", columns.texts(RolloutRow::revision))
                .param("phase", columns.texts(RolloutRow::phase))
                .param("started", columns.times(RolloutRow::started))
                .param("changed", columns.times(RolloutRow::changed))
                .param("ended", columns.times(RolloutRow::ended))
                .param("position", columns.numbers(RolloutRow::position))
                .update();
    }

    private static void offsets(JdbcClient db, List<ReadOffset> offsets) {
        if (!offsets.isEmpty()) {
            var columns = new Columns<>(offsets);
            db.sql(OFFSETS)
                    .param("topic", columns.texts(ReadOffset::topic))
                    .param("part", columns.numbers(ReadOffset::partition))
                    .param("id", columns.texts(ReadOffset::topicId))
                    .param("next", columns.numbers(ReadOffset::next))
                    .update();
        }
    }

    private static void answers(JdbcClient db, List<Answer> answers) {
        if (!answers.isEmpty()) {
            var columns = new Columns<>(answers);
            db.sql(ANSWERS)
                    .param("id", columns.texts(Answer::command))
                    .param("text", columns.texts(Answer::text))
                    .update();
        }
    }
}
