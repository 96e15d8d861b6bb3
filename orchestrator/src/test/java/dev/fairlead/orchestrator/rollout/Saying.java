package dev.fairlead.orchestrator.rollout;

import java.time.Instant;

import dev.fairlead.orchestrator.rollout.state.TargetState;

/** A command in words. What exactly it is depends on the state that it comes to. */
interface Saying {

    Command in(TargetState state, Instant at);
}
