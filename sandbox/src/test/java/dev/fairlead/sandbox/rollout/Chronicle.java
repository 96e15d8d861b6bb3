package dev.fairlead.sandbox.rollout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.fairlead.events.Revision;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.orchestrator.eventlog.Definitions;
import dev.fairlead.orchestrator.eventlog.LogJson;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** A target's events as the log has them, read past the engine, so that it may be away. */
public final class Chronicle {

    private static final int PAGE = 500;
    /** The most events of one target that are read. */
    private static final int MOST = 20_000;

    private final LogReader log;
    private final LogJson json;
    private final TargetKey target;
    private final Tables tables;

    private Chronicle(DataSource database, TargetKey target) {
        this.tables = new Tables(database);
        this.log = new LogReader(database);
        this.json = new LogJson(new Definitions(log));
        this.target = target;
    }

    /**
     * @param url
     *            of the database, as its superuser
     */
    static Chronicle of(String url, TargetKey target) {
        var database = new DriverManagerDataSource(url, "postgres", "");
        database.setSchema("fairlead");
        return new Chronicle(database, target);
    }

    public TargetKey target() {
        return target;
    }

    Tables tables() {
        return tables;
    }

    /** All events in order. */
    public List<LoggedEvent> events() {
        List<LoggedEvent> all = new ArrayList<>();
        List<LoggedEvent> page;
        do {
            page = log.events(target.stream(), all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE && all.size() < MOST);
        return all;
    }

    /** All facts in order. */
    public List<RolloutFact> facts() {
        return events().stream().map(json::fact).toList();
    }

    RolloutFact fact(LoggedEvent event) {
        return json.fact(event);
    }

    /** The facts of one type, in order. */
    public <T> List<T> facts(Class<T> type) {
        return facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The stored texts of the facts of one type, each with its command where it has one. */
    public List<String> bodies(Class<? extends RolloutFact> type) {
        return events().stream()
                .map(LoggedEvent::event)
                .filter(event -> event.type().equals(type.getSimpleName()))
                .map(event -> new String(event.body(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The first image of each fact's revision. */
    public <T extends RolloutFact> List<String> images(Class<T> type,
            Function<T, Revision> revision) {
        return facts(type).stream().map(fact -> revision.apply(fact).images().getFirst()).toList();
    }

    /** Names of the facts' types, in order. */
    public List<String> types() {
        return events().stream().map(event -> event.event().type()).toList();
    }

    /** The head row, read. */
    public Optional<TargetState> head() {
        return log.target(target).map(head -> head.state());
    }
}
