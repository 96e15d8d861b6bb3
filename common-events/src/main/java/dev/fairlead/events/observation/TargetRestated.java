package dev.fairlead.events.observation;

import java.util.List;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.TargetKey;

/**
 * Everything that a watcher knows of a target, told at its start, after a gap, from time to time
 * and on request. What is not among the parts is not there.
 *
 * @param phase
 *            {@code status.phase} as it stands; empty when there is none
 * @param statusFence
 *            the fence in the status; {@link Fence#NONE} for a status we did not write
 * @param parts
 *            the single observations, in the order definition, revision, readiness, route
 */
public record TargetRestated(TargetKey target, Life life, String phase, Fence statusFence,
        List<Observation> parts) implements Observation {

    public TargetRestated {
        parts = List.copyOf(parts);
    }
}
