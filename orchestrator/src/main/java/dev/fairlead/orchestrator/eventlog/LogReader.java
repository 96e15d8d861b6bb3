package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.engine.EngineFact.TargetHalted;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.proof.Hash;
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

    /**
     * Targets by name.
     *
     * @param after
     *            {@code cluster/namespace/name} of the last one of the page before; empty for the
     *            first page
     */
    public List<TargetHead> targets(TargetFilter filter, String after, int limit) {
        String stream = after.isEmpty() ? "" : "target/" + after;
        return ShowSql.heads(db, filter, stream, limit).stream().map(this::read).toList();
    }

    /** A page of targets for people, with the counts of all phases. */
    public Board board(TargetFilter filter, Board.Slice slice) {
        BoardSql.Page page = BoardSql.page(db, filter, slice);
        Map<String, TargetHead> found = new HashMap<>();
        heads(page.streams()).forEach(head -> found.put(head.mark().stream(), head));
        return new Board(
                page.streams().stream().map(found::get).filter(Objects::nonNull).toList(),
                page.phases());
    }

    /** Pairs {@code cluster/namespace} that have targets, in order. */
    public List<String> places(int limit) {
        return BoardSql.places(db, limit);
    }

    /** The newest rollouts of a target, the newest first. */
    public List<RolloutRow> rollouts(TargetKey target, int limit) {
        return BoardSql.rollouts(db, target.stream(), limit);
    }

    /** The newest events before a position, the newest first. */
    public List<LoggedEvent> audit(AuditFilter filter, long before, int limit) {
        return AuditSql.before(db, filter, before, limit);
    }

    /** The event at a position. */
    public Optional<LoggedEvent> event(long position) {
        return AuditSql.at(db, position);
    }

    /** What the tables say of the engine. */
    public EngineState engine() {
        return AuditSql.engine(db);
    }

    /** The streams to which something happens next, and when. */
    public Map<String, Instant> dueNext(int limit) {
        return AuditSql.dueNext(db, limit);
    }

    /** The heads of all targets by name; {@code after} is a stream, empty for the first page. */
    public List<HeadRow> heads(String after, int limit) {
        return ShowSql.heads(db, TargetFilter.ALL, after, limit);
    }

    /** A target as the log has it; empty when nothing was ever heard of it. */
    public Optional<TargetHead> target(TargetKey target) {
        return LogSql.heads(db, List.of(target.stream())).stream().findFirst().map(this::read);
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

    /** Of the newest event of the log, 0 before the first; none that is committed later has a lower one. */
    public long position() {
        return LogSql.position(db);
    }

    /** Hashes of the events behind a position, in order. */
    public List<Hash> hashes(long position, int limit) {
        return LogSql.hashes(db, position, limit);
    }

    /** The event at a place of a stream. */
    public Optional<LoggedEvent> event(String stream, long version) {
        return LogSql.events(db, stream, version - 1, 1)
                .stream()
                .filter(it -> it.event().version() == version)
                .findFirst();
    }

    /** The heads of those of the streams that a target owns. */
    public List<TargetHead> heads(Collection<String> streams) {
        return LogSql.heads(db, streams).stream().map(this::read).toList();
    }

    /** The fact of an event of a target; errors as {@link LogJson#fact}. */
    public RolloutFact fact(LoggedEvent event) {
        return json.fact(event);
    }

    /** What was decided, for a decision's first event. */
    public Optional<Command> command(LoggedEvent event) {
        return json.command(event);
    }

    /** The first events of a span, in order of position. */
    public List<LoggedEvent> first(EventFilter filter, Span span, int limit) {
        return ShowSql.first(db, filter, span, limit);
    }

    /** The last events of a span, in order of position. */
    public List<LoggedEvent> last(EventFilter filter, Span span, int limit) {
        return ShowSql.last(db, filter, span, limit);
    }

    /** The newest event of some types for each of the targets that has one. */
    public Map<TargetKey, LoggedEvent> newest(Collection<TargetKey> targets,
            Collection<String> types) {
        Map<String, LoggedEvent> events = ShowSql.newest(db,
                targets.stream().map(TargetKey::stream).toList(), types);
        Map<TargetKey, LoggedEvent> newest = new HashMap<>();
        targets.forEach(target -> {
            LoggedEvent event = events.get(target.stream());
            if (event != null) {
                newest.put(target, event);
            }
        });
        return newest;
    }

    /** Those of the clusters that are not seen, and since when. */
    public List<EngineFact.ClusterLost> lost(Collection<String> clusters) {
        List<EngineFact.ClusterLost> lost = new ArrayList<>();
        ShowSql.newest(db, clusters.stream().map(EngineFact::streamOf).toList(),
                List.of("ClusterLost", "ClusterFound")).values().forEach(event -> {
                    if (json.engineFact(event) instanceof EngineFact.ClusterLost it) {
                        lost.add(it);
                    }
                });
        return lost;
    }

    /** Those of the targets that an error of the engine has stopped, and how. */
    public List<TargetHalted> halted(Collection<TargetKey> targets) {
        List<TargetHalted> halted = new ArrayList<>();
        ShowSql.halts(db, EngineFact.STREAM, targets.stream().map(TargetKey::toString).toList())
                .forEach(event -> {
                    if (json.engineFact(event) instanceof TargetHalted it) {
                        halted.add(it);
                    }
                });
        return halted;
    }

    /** Names of people by their numbers; those that were erased have none. */
    public Map<String, String> actors(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : ShowSql.actors(db, ids);
    }

    @Override
    public Optional<String> definition(String hash) {
        return LogSql.definition(db, hash);
    }
}
