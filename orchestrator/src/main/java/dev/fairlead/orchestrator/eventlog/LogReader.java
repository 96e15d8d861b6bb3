package dev.fairlead.orchestrator.eventlog;

import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.orchestrator.rollout.Command;

/** The log for those who only show it; any instance, any thread. */
public final class LogReader implements DefinitionSource {

    private final JdbcClient db;
    private final LogJson json;
    private final HeadCodec codec;

    /**
     * @param source
     *            connections in the role of the reader
     */
    public LogReader(DataSource source) {
        this.db = JdbcClient.create(source);
        this.json = new LogJson(new Definitions(this));
        this.codec = new HeadCodec(json);
    }

    /** The heads of targets by name; {@code after} is a stream, empty for the first page. */
    public List<HeadRow> heads(String after, int limit) {
        return LogSql.headsFrom(db, after, limit);
    }

    /** A target as the log has it; empty when nothing was ever heard of it. */
    public Optional<TargetHead> target(TargetKey target) {
        return LogSql.heads(db, List.of(target.stream()))
                .stream()
                .findFirst()
                .map(row -> codec.decode(row, this::events));
    }

    /** The state of a row. */
    public TargetHead read(HeadRow row) {
        return codec.decode(row, this::events);
    }

    /** Events of a stream after a version, in order. */
    public List<LoggedEvent> events(String stream, long after, int limit) {
        return LogSql.events(db, stream, after, limit);
    }

    /** The events of all streams after a position, in order. */
    public List<LoggedEvent> after(long position, int limit) {
        return LogSql.eventsAfter(db, position, limit);
    }

    /** Of the newest event of the log, 0 before the first. */
    public long position() {
        return LogSql.position(db);
    }

    /** The head of a stream; empty for streams that no target owns. */
    public Optional<TargetHead> head(String stream) {
        return LogSql.heads(db, List.of(stream)).stream().findFirst().map(this::read);
    }

    /** The fact of an event of a target; errors as {@link LogJson#fact}. */
    public RolloutFact fact(LoggedEvent event) {
        return json.fact(event);
    }

    /** What was decided, for a decision's first event. */
    public Optional<Command> command(LoggedEvent event) {
        return json.command(event);
    }

    /** The newest fact about a cluster; empty when it was never lost. */
    public Optional<EngineFact> cluster(String cluster) {
        String stream = EngineFact.streamOf(cluster);
        long version = LogSql.mark(db, stream).version();
        return version == 0
                ? Optional.empty()
                : events(stream, version - 1, 1).stream().findFirst().map(json::engineFact);
    }

    /** Whether an error of the engine has stopped the target, and how. */
    public Optional<EngineFact> halt(TargetKey target) {
        return LogSql.newestNaming(db, EngineFact.STREAM, target.toString())
                .map(json::engineFact)
                .filter(EngineFact.TargetHalted.class::isInstance);
    }

    @Override
    public Optional<String> definition(String hash) {
        return LogSql.definition(db, hash);
    }
}
