package dev.fairlead.orchestrator.api;

import java.util.List;

import dev.fairlead.orchestrator.eventlog.LogReader;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.eventlog.TargetHead;

/** Targets as they are shown. */
public final class TargetViews {

    private final LogReader log;

    public TargetViews(LogReader log) {
        this.log = log;
    }

    /** As they stand now, in the same order. */
    public List<TargetView> of(List<TargetHead> heads) {
        return Background.of(log, heads)
                .entrySet()
                .stream()
                .map(it -> TargetView.of(it.getKey(), it.getValue()))
                .toList();
    }

    /**
     * As one stood once.
     *
     * @param head
     *            folded up to that moment
     * @param until
     *            the events up to it, at least those of its last two rollouts, in order
     */
    public static TargetView then(TargetHead head, List<LoggedEvent> until) {
        return TargetView.of(head, Background.then(until));
    }
}
