package dev.fairlead.orchestrator.loop;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.rollout.state.Deadline;

/** The deadlines of all targets. */
public interface Timers {

    /** Forgets all. */
    void clear();

    /** What a target waits for from now on. */
    void set(TargetKey target, Collection<Deadline> deadlines);

    /**
     * Takes out deadlines that have come and may be decided now.
     *
     * @param now
     *            by the log's clock
     * @param limit
     *            at most so many
     */
    List<Elapsed> due(Instant now, int limit);

    /** When to ask again at the latest; {@link Instant#MAX} when nothing is waited for. */
    Instant next();

    /** A deadline that has come. */
    record Elapsed(TargetKey target, Deadline deadline) {}
}
