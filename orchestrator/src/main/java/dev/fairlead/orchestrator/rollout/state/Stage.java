package dev.fairlead.orchestrator.rollout.state;

/** The states of a target that people hear of. */
public enum Stage {
    UNREGISTERED, INITIALIZING, IDLE, PROGRESSING, PROMOTING, DRAINING, ROLLING_BACK, TERMINATING
}
