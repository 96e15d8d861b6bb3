package dev.fairlead.orchestrator.api;

import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.EventFilter;
import dev.fairlead.orchestrator.eventlog.LogReader;

/**
 * All events in order of position: as a stream that goes on where a broken one ended, or as pages
 * for those who cannot keep a connection.
 */
@RestController
@RequestMapping("/api/v1/events")
public class EventsApi {

    private final EventPages pages;
    private final LogReader log;
    private final EventFollowers followers;

    public EventsApi(LogReader log, EventFollowers followers) {
        this.log = log;
        this.pages = new EventPages(log);
        this.followers = followers;
    }

    /**
     * A page; filters {@code cluster}, {@code namespace}, {@code target}, {@code actor},
     * {@code type}, {@code since} and {@code until}.
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<EventView> page(@RequestParam Map<String, String> asked) {
        Query query = query(asked);
        return pages.page(filter(query), EventPages.Part.of(query));
    }

    /**
     * Events as they come, each with its position as its id. Ends after an hour at most; whoever
     * wants more connects again.
     *
     * @param seen
     *            the position of the last event that was got; empty to begin after {@code after},
     *            or with what comes from now on
     */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(@RequestParam Map<String, String> asked,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String seen) {
        Query query = query(asked);
        long after = seen.isEmpty()
                ? query.position("after", log.position())
                : new Query(Map.of("Last-Event-ID", seen)).position("Last-Event-ID", 0);
        return followers.follow(filter(query), after);
    }

    static Query query(Map<String, String> asked) {
        return new Query(asked).allowing("cluster", "namespace", "target",
                "actor", "type", "since", "until");
    }

    static EventFilter filter(Query query) {
        String target = query.text("target");
        EventFilter filter = target.isEmpty()
                ? EventFilter.of(query.text("cluster"), query.text("namespace"))
                : EventFilter.of(key(target), "");
        return filter.with(new EventFilter.Marks(query.words("actor"), query.text("type"),
                query.time("since", EventFilter.Marks.ANY.since()),
                query.time("until", EventFilter.Marks.ANY.until())));
    }

    static TargetKey key(String target) {
        try {
            return TargetKey.parse(target);
        } catch (IllegalArgumentException _) {
            throw new WrongField("target", "cluster/namespace/name", "\"" + target + "\"");
        }
    }
}
