package dev.fairlead.orchestrator.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.api.EventPages;
import dev.fairlead.orchestrator.api.EventView;
import dev.fairlead.orchestrator.api.NotKnown;
import dev.fairlead.orchestrator.api.Role;
import dev.fairlead.orchestrator.api.TargetView;
import dev.fairlead.orchestrator.api.TargetViews;
import dev.fairlead.orchestrator.eventlog.EventFilter;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.RolloutRow;
import dev.fairlead.orchestrator.eventlog.Span;
import dev.fairlead.orchestrator.eventlog.TargetHead;

/** One rollout: why it stands where it stands, now or at any moment of the past. */
@RestController
public class RolloutPage {

    /** Events of one rollout that are shown; the newest. */
    static final int EVENTS = 2_000;
    /** Rollouts that can be chosen from. */
    static final int ROLLOUTS = 50;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> VIEWS = List.of("compact", "full");

    private final Pages pages;
    private final LogReader log;
    private final TargetViews views;
    private final EventPages events;
    private final Results results;

    public RolloutPage(Pages pages, LogReader log, Results results) {
        this.pages = pages;
        this.log = log;
        this.views = new TargetViews(log);
        this.events = new EventPages(log);
        this.results = results;
    }

    @GetMapping(Visit.ROOT + "/rollouts/{cluster}/{namespace}/{name}")
    ResponseEntity<String> rollout(HttpServletRequest request, @PathVariable String cluster,
            @PathVariable String namespace, @PathVariable String name) {
        TargetKey target = new TargetKey(cluster, namespace, name);
        Asked asked = new Asked(request);
        TargetHead head = log.target(target).orElseThrow(() -> new NotKnown(target));
        List<RolloutRow> rollouts = log.rollouts(target, ROLLOUTS);
        String chosen = chosen(asked, target, rollouts);
        long at = asked.number("at", 0);
        TargetView view = at == 0 ? views.of(List.of(head)).getFirst()
                : Past.of(log, target, at);
        List<Entry> entries = entries(target, chosen);
        Map<String, Object> shown = new HashMap<>();
        shown.put("link", asked.link("rollout", "view", "at"));
        shown.put("line", new RolloutLine(view));
        shown.put("look", Look.of(view));
        shown.put("at", at);
        shown.put("rollouts", rollouts.stream().map(Chosen::new).toList());
        shown.put("chosen", chosen);
        shown.put("isNewest", rollouts.isEmpty() || rollouts.getFirst().id().equals(chosen));
        shown.put("result", results.of(asked.text("command")));
        shown.putAll(story(asked, view, entries, at));
        shown.putAll(rights(request, target, view, at));
        return pages.page(request, "rollout", shown);
    }

    private static String chosen(Asked asked, TargetKey target, List<RolloutRow> rollouts) {
        if (asked.text("rollout").isEmpty()) {
            return rollouts.isEmpty() ? "" : rollouts.getFirst().id();
        }
        return target + "#" + asked.number("rollout", 0);
    }

    private List<Entry> entries(TargetKey target, String rollout) {
        List<LoggedEvent> logged = log.last(EventFilter.of(target, rollout),
                new Span(0, Long.MAX_VALUE), EVENTS);
        List<EventView> told = events.shown(logged);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < logged.size(); i++) {
            entries.add(new Entry(logged.get(i), told.get(i)));
        }
        return entries;
    }

    private Map<String, Object> story(Asked asked, TargetView view, List<Entry> entries, long at) {
        boolean full = asked.oneOf("view", VIEWS).equals("full");
        List<Entry> until = entries.stream()
                .filter(it -> at == 0 || it.view().version() <= at)
                .toList();
        boolean goesOn = at == 0 && !view.rollout().isEmpty();
        Instant end = goesOn || until.isEmpty() ? Instant.now() : until.getLast().view().time();
        Map<String, Object> story = new HashMap<>();
        story.put("full", full);
        story.put("timeline",
                until.reversed().stream().filter(it -> full || it.isKey()).toList());
        story.put("left", until.size());
        story.put("weights", until.isEmpty() ? "" : Charts.weight(until, end));
        story.put("metrics", Charts.metrics(until));
        story.put("plan", PlanStep.of(view));
        List<Map<String, Object>> moments = moments(entries);
        story.put("moments", JSON.writeValueAsString(moments));
        story.put("momentsList", moments.stream().map(it -> it.get("text")).toList());
        story.put("moment", moment(entries, at));
        return story;
    }

    private Map<String, Object> rights(HttpServletRequest request, TargetKey target,
            TargetView view, long at) {
        boolean may = Visit.session(request).person().may(Role.OPERATOR, target);
        return Map.of("may", may, "actions", at == 0 ? Action.of(view) : List.of(), "dialogs",
                may ? Action.ALL : List.of(), "command", UUID.randomUUID().toString(), "events",
                at == 0 ? target.toString() : "");
    }

    /** What the slider says at each event. */
    private static List<Map<String, Object>> moments(List<Entry> entries) {
        var words = new Moments(Instant.now());
        return entries.stream()
                .map(it -> Map.<String, Object>of("at", it.view().version(), "text",
                        words.clock(it.view().time()) + "  " + it.view().text()))
                .toList();
    }

    private static int moment(List<Entry> entries, long at) {
        int index = entries.size() - 1;
        while (at > 0 && index > 0 && entries.get(index).view().version() > at) {
            index--;
        }
        return Math.max(0, index);
    }

    /** A rollout to choose. */
    public record Chosen(RolloutRow row) {

        public String number() {
            return row.id().substring(row.id().indexOf('#') + 1);
        }

        public Look look() {
            return Look.ofRollout(row.phase());
        }
    }
}
