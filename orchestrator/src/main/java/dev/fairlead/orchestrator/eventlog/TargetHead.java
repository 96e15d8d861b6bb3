package dev.fairlead.orchestrator.eventlog;

import dev.fairlead.events.TargetKey;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/**
 * A target's stream, folded.
 *
 * @param mark
 *            where the stream ends
 * @param state
 *            of the same version
 */
public record TargetHead(StreamMark mark, TargetState state) {

    public TargetHead {
        if (mark.version() != state.version()) {
            throw new IllegalStateException("Expected " + mark.stream() + " folded to version "
                    + mark.version() + ", but got " + state.version());
        }
    }

    /** A target without events. */
    public static TargetHead unknown(TargetKey target) {
        return new TargetHead(StreamMark.start(target.stream()), TargetState.unknown(target));
    }
}
