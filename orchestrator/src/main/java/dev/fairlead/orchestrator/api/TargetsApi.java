package dev.fairlead.orchestrator.api;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.fairlead.events.TargetKey;
import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.TargetHead;

/** Targets and their events, to read. */
@RestController
@RequestMapping("/api/v1/targets")
public class TargetsApi {

    /** The longest page. */
    static final int LONGEST_PAGE = 1_000;

    private final LogReader log;

    public TargetsApi(LogReader log) {
        this.log = log;
    }

    /**
     * Targets by name.
     *
     * @param after
     *            the last target of the page before; empty for the first page
     */
    @GetMapping
    List<TargetLine> targets(@RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        return log.heads(after.isEmpty() ? "" : "target/" + after, page(limit))
                .stream()
                .map(row -> TargetLine.of(row, log.read(row).state()))
                .toList();
    }

    /** One target's state, and why it stands there. */
    @GetMapping("/{cluster}/{namespace}/{name}")
    TargetView target(@PathVariable String cluster, @PathVariable String namespace,
            @PathVariable String name) {
        TargetKey target = Names.target(cluster, namespace, name);
        TargetHead head = log.target(target).orElseThrow(() -> new NotKnown(target));
        return TargetView.of(head, trouble(target));
    }

    /**
     * One target's events in order.
     *
     * @param after
     *            the version before the first that is wanted
     */
    @GetMapping("/{cluster}/{namespace}/{name}/events")
    List<EventView> events(@PathVariable String cluster, @PathVariable String namespace,
            @PathVariable String name, @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "200") int limit) {
        TargetKey target = Names.target(cluster, namespace, name);
        return log.events(target.stream(), after, page(limit))
                .stream()
                .map(EventView::of)
                .toList();
    }

    private String trouble(TargetKey target) {
        if (log.halt(target).orElse(null) instanceof EngineFact.TargetHalted halted) {
            return "Stopped by an error of the engine at " + halted.at() + ": " + halted.reason()
                    + "; retry takes it up.";
        }
        return log.cluster(target.cluster())
                .orElse(null) instanceof EngineFact.ClusterLost(_, String reason, var at)
                        ? "Cluster " + target.cluster() + " is not seen since " + at + " (" + reason
                                + "): deadlines that end a rollout wait until it is."
                        : "";
    }

    private static int page(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new WrongField("limit", "a number from 1 to " + LONGEST_PAGE, limit);
        }
        return limit;
    }
}
