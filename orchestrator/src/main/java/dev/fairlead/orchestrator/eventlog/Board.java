package dev.fairlead.orchestrator.eventlog;

import java.util.List;
import java.util.Map;

/**
 * A page of targets, and how many there are.
 *
 * @param heads
 *            of the page, in the order that was asked for
 * @param phases
 *            how many targets each phase has, among those that the filter finds whatever their
 *            phase; the empty phase is one that has shown nothing yet
 */
public record Board(List<TargetHead> heads, Map<String, Long> phases) {

    public Board {
        heads = List.copyOf(heads);
        phases = Map.copyOf(phases);
    }

    /** The order of a page. */
    public enum Order {
        /** Rollouts under way, then what failed, then the rest, each with the newest change first. */
        ATTENTION,
        /** By cluster, namespace and name. */
        NAME,
        /** The newest change first. */
        CHANGE
    }

    /**
     * Which part of the list.
     *
     * @param offset
     *            how many are left out before it, from 0
     * @param limit
     *            how many at most
     */
    public record Slice(Order order, int offset, int limit) {}
}
