package dev.fairlead.orchestrator.console;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.api.EventFollowers;
import dev.fairlead.orchestrator.eventlog.EventFilter;
import dev.fairlead.orchestrator.eventlog.LogReader;

/** Tells an open page that the log has gained an event. */
@RestController
public class LiveEvents {

    private final EventFollowers followers;
    private final LogReader log;

    public LiveEvents(EventFollowers followers, LogReader log) {
        this.followers = followers;
        this.log = log;
    }

    @GetMapping(path = Visit.ROOT + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(HttpServletRequest request,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String seen) {
        String target = new Asked(request).text("target");
        EventFilter filter = target.isEmpty()
                ? EventFilter.of("", "")
                : EventFilter.of(key(target), "");
        return followers.follow(filter, seen.isEmpty() ? log.position() : position(seen));
    }

    private static TargetKey key(String target) {
        try {
            return TargetKey.parse(target);
        } catch (IllegalArgumentException e) {
            throw new Asked.WrongView(String.valueOf(e.getMessage()));
        }
    }

    private static long position(String seen) {
        try {
            return Math.max(0, Long.parseLong(seen));
        } catch (NumberFormatException _) {
            throw new Asked.WrongView(
                    "Expected Last-Event-ID as a position, but got \"" + seen + "\"");
        }
    }
}
