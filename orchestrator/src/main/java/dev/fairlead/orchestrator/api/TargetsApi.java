package dev.fairlead.orchestrator.api;

import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.eventlog.EventFilter;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.TargetFilter;
import dev.fairlead.orchestrator.eventlog.TargetHead;

/** Targets and their events, to read. */
@RestController
@RequestMapping("/api/v1/targets")
public class TargetsApi {

    private static final int USUAL = 100;

    private final LogReader log;
    private final TargetViews views;

    public TargetsApi(LogReader log) {
        this.log = log;
        this.views = new TargetViews(log);
    }

    /**
     * Targets by name; filters {@code cluster}, {@code namespace}, {@code name}, {@code stage},
     * {@code phase}, {@code text} and {@code gone}.
     */
    @GetMapping
    Page<TargetView> targets(@RequestParam Map<String, String> asked) {
        Query query = new Query(asked).allowing("cluster", "namespace", "name", "stage", "phase",
                "text", "gone");
        TargetFilter filter = new TargetFilter(query.text("cluster"), query.text("namespace"),
                query.text("name"), query.text("stage"), query.text("phase"), query.text("text"),
                query.flag("gone"));
        int limit = query.limit(USUAL);
        List<TargetView> items = views.of(log.targets(filter, query.text("after"), limit));
        return new Page<>(items, items.size() < limit ? "" : items.getLast().target());
    }

    /** One target's state, and why it stands there. */
    @GetMapping("/{cluster}/{namespace}/{name}")
    TargetView target(@PathVariable String cluster, @PathVariable String namespace,
            @PathVariable String name) {
        TargetKey target = Names.target(cluster, namespace, name);
        TargetHead head = log.target(target).orElseThrow(() -> new NotKnown(target));
        return views.of(List.of(head)).getFirst();
    }

    /** One target's events by position; {@code rollout} names the one that is wanted alone. */
    @GetMapping("/{cluster}/{namespace}/{name}/events")
    Page<EventView> events(@PathVariable String cluster, @PathVariable String namespace,
            @PathVariable String name, @RequestParam Map<String, String> asked) {
        TargetKey target = Names.target(cluster, namespace, name);
        Query query = new Query(asked).allowing("rollout");
        Page<EventView> page = new EventPages(log).page(
                EventFilter.of(target, query.text("rollout")), EventPages.Part.of(query));
        if (page.items().isEmpty() && log.target(target).isEmpty()) {
            throw new NotKnown(target);
        }
        return page;
    }
}
