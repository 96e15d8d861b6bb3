package dev.fairlead.orchestrator.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.fairlead.orchestrator.api.TargetViews;
import dev.fairlead.orchestrator.eventlog.Board;
import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.TargetFilter;

/** The list of all targets: what is under way, what failed, and the rest. */
@RestController
public class RolloutsPage {

    /** Targets on a page. */
    static final int PAGE = 50;
    /** Pairs of cluster and namespace that can be chosen from. */
    private static final int PLACES = 2_000;
    private static final List<String> ORDERS = List.of("attention", "name", "change");
    /** As people look for them: first those that may need somebody. */
    private static final List<String> PHASES = List.of("Progressing", "Waiting",
            "WaitingPromotion", "Promoting", "Finalising", "Failed", "Initializing", "Initialized",
            "Succeeded", "");

    private final Pages pages;
    private final LogReader log;
    private final TargetViews views;

    public RolloutsPage(Pages pages, LogReader log) {
        this.pages = pages;
        this.log = log;
        this.views = new TargetViews(log);
    }

    /** Where one begins. */
    @GetMapping({"/", Visit.ROOT, Visit.ROOT + "/"})
    ResponseEntity<Void> begin(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header("Location", Visit.base(request) + "/rollouts")
                .build();
    }

    @GetMapping(Visit.ROOT + "/rollouts")
    ResponseEntity<String> rollouts(HttpServletRequest request) {
        Asked asked = new Asked(request);
        Link link = asked.link("text", "cluster", "namespace", "phase", "sort", "page");
        var filter = new TargetFilter(asked.text("cluster"), asked.text("namespace"), "", "",
                asked.text("phase"), asked.text("text"), false);
        var order = Board.Order
                .valueOf(asked.oneOf("sort", ORDERS).toUpperCase(Locale.ROOT));
        int page = (int) Math.min(asked.number("page", 0), Integer.MAX_VALUE / PAGE - 1);
        Board board = log.board(filter, new Board.Slice(order, page * PAGE, PAGE));
        return pages.page(request, "rollouts", shown(link, filter, board, page));
    }

    private Map<String, Object> shown(Link link, TargetFilter filter, Board board, int page) {
        long all = board.phases().values().stream().mapToLong(Long::longValue).sum();
        long found = filter.phase().isEmpty()
                ? all
                : board.phases().getOrDefault(filter.phase(), 0L);
        List<String> places = log.places(PLACES);
        Map<String, Object> shown = new HashMap<>();
        shown.put("link", link);
        shown.put("lines", views.of(board.heads()).stream().map(RolloutLine::new).toList());
        shown.put("counts", counts(link, board));
        shown.put("all", all);
        shown.put("found", found);
        shown.put("first", found == 0 ? 0 : page * PAGE + 1);
        shown.put("last", Math.min(found, (page + 1L) * PAGE));
        shown.put("before", page > 0 ? link.with("page", page - 1).toString() : "");
        shown.put("after",
                (page + 1L) * PAGE < found ? link.with("page", page + 1).toString() : "");
        shown.put("clusters", parts(places, 0));
        shown.put("namespaces", parts(places, 1));
        shown.put("registered", !places.isEmpty());
        shown.put("events", "all");
        return shown;
    }

    private static List<Count> counts(Link link, Board board) {
        List<Count> counts = new ArrayList<>();
        board.phases().forEach((phase, targets) -> {
            if (!phase.isEmpty()) {
                boolean chosen = link.value("phase").equals(phase);
                counts.add(new Count(phase, Look.of(phase), targets, chosen,
                        link.with("phase", chosen ? "" : phase)));
            }
        });
        counts.sort(Comparator.comparingInt(it -> place(it.phase())));
        return counts;
    }

    private static int place(String phase) {
        int index = PHASES.indexOf(phase);
        return index < 0 ? PHASES.size() : index;
    }

    private static List<String> parts(List<String> places, int part) {
        return List.copyOf(new TreeSet<>(
                places.stream().map(place -> place.split("/", 2)[part]).toList()));
    }

    /** How many targets have a phase, and the view of only those, or of all when it is that. */
    public record Count(String phase, Look look, long targets, boolean chosen, Link link) {}
}
