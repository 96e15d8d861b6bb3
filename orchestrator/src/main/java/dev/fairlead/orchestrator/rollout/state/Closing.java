package dev.fairlead.orchestrator.rollout.state;

import java.time.Instant;

import dev.fairlead.events.Revision;
import dev.fairlead.events.Weight;
import dev.fairlead.events.fact.Standing;

/** What is left of a target's state when a rollout ends: the standing of the closing facts. */
public final class Closing {

    private Closing() {}

    /** The primary serves for the first time, or again after the target was prepared anew. */
    public static Standing initialized(TargetState state, Instant at) {
        Revision promoted = state.revisions().promoted();
        return new StateChange(state, at).phase(Phases.INITIALIZED, 0, Weight.ZERO)
                .revisions(promoted, promoted, state.revisions().wanted())
                .done()
                .standing();
    }

    /** The revision is promoted. */
    public static Standing succeeded(TargetState state, Instant at) {
        return new StateChange(state, at).phase(Phases.SUCCEEDED, 0, Weight.ZERO)
                .done()
                .standing();
    }

    /** The revision is given up; the route stays with the side that serves. */
    public static Standing failed(TargetState state, Instant at) {
        return new StateChange(state, at)
                .phase(Phases.FAILED, 0, state.standing().route().canary())
                .trouble(state.attempt().reason())
                .done()
                .standing();
    }

    /** The promoted revision is wanted again. */
    public static Standing withdrawn(TargetState state, Instant at) {
        Revision promoted = state.revisions().promoted();
        return new StateChange(state, at).phase(Phases.SUCCEEDED, 0, Weight.ZERO)
                .revisions(promoted, promoted, state.revisions().wanted())
                .done()
                .standing();
    }
}
