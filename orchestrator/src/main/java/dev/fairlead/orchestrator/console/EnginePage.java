package dev.fairlead.orchestrator.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.fairlead.events.engine.EngineFact.ClusterLost;
import dev.fairlead.orchestrator.eventlog.EngineState;
import dev.fairlead.orchestrator.eventlog.HeadRow;
import dev.fairlead.orchestrator.eventlog.LogReader;

/** How the engine itself is doing: who is active, what waits to be sent, what is due. */
@RestController
public class EnginePage {

    /** Timers that are listed. */
    static final int TIMERS = 20;

    private final Pages pages;
    private final LogReader log;
    private final Readings readings;
    private final List<String> clusters;

    public EnginePage(Pages pages, LogReader log, Readings readings, List<String> clusters) {
        this.pages = pages;
        this.log = log;
        this.readings = readings;
        this.clusters = List.copyOf(clusters);
    }

    @GetMapping(Visit.ROOT + "/engine")
    ResponseEntity<String> engine(HttpServletRequest request) {
        EngineState state = log.engine();
        Map<String, Object> shown = new HashMap<>();
        shown.put("state", state);
        shown.put("stalled", !state.waiting().equals(HeadRow.NEVER));
        shown.put("due", List.of("overdue", "within a minute", "within an hour", "later"));
        shown.put("timers", timers());
        shown.put("clusters", clusters());
        shown.put("topics", readings.topics());
        shown.put("instance", readings.here());
        shown.put("events", "all");
        return pages.page(request, "engine", shown);
    }

    private List<Timer> timers() {
        List<Timer> timers = new ArrayList<>();
        log.dueNext(TIMERS)
                .forEach((stream, at) -> timers
                        .add(new Timer(stream.substring("target/".length()), at)));
        return timers;
    }

    private List<Cluster> clusters() {
        Map<String, ClusterLost> lost = new HashMap<>();
        log.lost(clusters).forEach(it -> lost.put(it.cluster(), it));
        return clusters.stream().map(it -> cluster(it, lost)).toList();
    }

    private static Cluster cluster(String name, Map<String, ClusterLost> lost) {
        ClusterLost gone = lost.get(name);
        return gone == null
                ? new Cluster(name, "seen", true)
                : new Cluster(name, "not seen since " + gone.at() + ": " + gone.reason(), false);
    }

    /** A target and when something happens to it by itself. */
    public record Timer(String target, java.time.Instant at) {}

    /** A registered cluster. */
    public record Cluster(String name, String words, boolean seen) {}
}
