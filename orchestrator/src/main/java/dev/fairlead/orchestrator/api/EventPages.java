package dev.fairlead.orchestrator.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.fairlead.orchestrator.eventlog.EventFilter;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.Span;

/** Events by position, as views. */
public final class EventPages {

    private static final int USUAL = 200;

    private final LogReader log;

    public EventPages(LogReader log) {
        this.log = log;
    }

    /** A page; the newest before a position, or the first after one. */
    public Page<EventView> page(EventFilter filter, Part part) {
        int limit = part.limit();
        boolean backwards = part.before() > 0;
        List<LoggedEvent> events = backwards
                ? log.last(filter, new Span(part.after(), part.before() - 1), limit)
                : log.first(filter, Span.after(part.after()), limit);
        String next = events.size() < limit || backwards
                ? ""
                : Long.toString(events.getLast().position());
        return new Page<>(shown(events), next);
    }

    List<EventView> first(EventFilter filter, Span span, int limit) {
        return shown(log.first(filter, span, limit));
    }

    /** Events with the names of people. */
    public List<EventView> shown(List<LoggedEvent> events) {
        Map<String, String> actors = log.actors(events.stream()
                .map(event -> event.event().ids().actor())
                .filter(actor -> !actor.isEmpty())
                .collect(Collectors.toSet()));
        return events.stream().map(event -> EventView.of(event, actors)).toList();
    }

    /**
     * Which part of the events.
     *
     * @param after
     *            the position before the first that is wanted, from 0
     * @param before
     *            the position behind the last that is wanted: the newest before it; 0 for the
     *            oldest after {@code after}
     * @param limit
     *            how many at most
     */
    public record Part(long after, long before, int limit) {

        static Part of(Query query) {
            return new Part(query.position("after", 0), query.position("before", 0),
                    query.limit(USUAL));
        }
    }
}
