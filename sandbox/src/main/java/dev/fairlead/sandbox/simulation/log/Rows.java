package dev.fairlead.sandbox.simulation.log;

import dev.fairlead.orchestrator.eventlog.RolloutRow;

/** Rows of rollouts as the database joins them. */
final class Rows {

    private Rows() {}

    /** When a rollout began and what it tries is known from its first row. */
    static RolloutRow joined(RolloutRow before, RolloutRow next) {
        return new RolloutRow(next.id(), next.stream(), next.life(), before.revision(),
                next.phase(), before.started(), next.changed(), next.ended(), next.position());
    }
}
