package dev.fairlead.orchestrator.console;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.HashChain;
import dev.fairlead.orchestrator.api.EventPages;
import dev.fairlead.orchestrator.api.EventView;
import dev.fairlead.orchestrator.eventlog.AuditFilter;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;

/** The log as it is: every event, who caused it, and the hashes that hold it in its place. */
@RestController
public class AuditPage {

    /** Events on a page. */
    static final int PAGE = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pages pages;
    private final LogReader log;
    private final EventPages events;

    public AuditPage(Pages pages, LogReader log) {
        this.pages = pages;
        this.log = log;
        this.events = new EventPages(log);
    }

    @GetMapping(Visit.ROOT + "/audit")
    ResponseEntity<String> list(HttpServletRequest request) {
        Asked asked = new Asked(request);
        Link link = asked.link("stream", "type", "rollout", "actor", "before");
        var filter = new AuditFilter(asked.text("stream"), asked.text("type"),
                asked.text("rollout"), asked.text("actor"));
        List<LoggedEvent> found = log.audit(filter, asked.number("before", Long.MAX_VALUE), PAGE);
        Map<String, Object> shown = new HashMap<>();
        shown.put("link", link);
        shown.put("entries", entries(found));
        shown.put("older", found.size() < PAGE
                ? ""
                : link.with("before", found.getLast().position()).toString());
        shown.put("newest", asked.text("before").isEmpty()
                ? ""
                : link.with("before", "").toString());
        shown.put("filtered", !filter.equals(new AuditFilter("", "", "", "")));
        return pages.page(request, "audit", shown);
    }

    @GetMapping(Visit.ROOT + "/audit/{position}")
    ResponseEntity<String> event(HttpServletRequest request, @PathVariable String position) {
        Optional<LoggedEvent> found = position.matches("\\d{1,18}")
                ? log.event(Long.parseLong(position))
                : Optional.empty();
        if (found.isEmpty()) {
            return pages.problem(request, HttpStatus.NOT_FOUND, "No such event",
                    "The log has no event at position " + position + "; its newest is "
                            + log.position() + ".");
        }
        LoggedEvent event = found.get();
        Map<String, Object> shown = new HashMap<>();
        shown.put("entry", entries(List.of(event)).getFirst());
        shown.put("event", event);
        shown.put("body", JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(JSON.readTree(event.event().body())));
        shown.put("bytes", event.event().body().length);
        shown.put("checks", checks(event));
        return pages.page(request, "event", shown);
    }

    private List<Entry> entries(List<LoggedEvent> logged) {
        List<EventView> told = events.shown(logged);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < logged.size(); i++) {
            entries.add(new Entry(logged.get(i), told.get(i)));
        }
        return entries;
    }

    /** Whether the event's hash is that of its bytes, and whether it hangs on the one before. */
    private List<Check> checks(LoggedEvent event) {
        boolean own = HashChain.next(event.previous(), event.event()).equals(event.hash());
        Hash before = event.event().version() == 1
                ? Hash.ZERO
                : log.events(event.event().stream(), event.event().version() - 2, 1)
                        .stream()
                        .findFirst()
                        .map(LoggedEvent::hash)
                        .orElse(Hash.ZERO);
        return List.of(new Check("its hash is that of its content", own),
                new Check("it hangs on the event before it in its stream",
                        before.equals(event.previous())));
    }

    /** As it was hashed; UTF-8. */
    @GetMapping(Visit.ROOT + "/audit/{position}/body")
    ResponseEntity<String> body(@PathVariable long position) {
        return log.event(position)
                .map(it -> ResponseEntity.ok()
                        .header("Content-Type", "application/json")
                        .body(new String(it.event().body(), StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Something that was looked at, and whether it holds. */
    public record Check(String what, boolean holds) {}
}
