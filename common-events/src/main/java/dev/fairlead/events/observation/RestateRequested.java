package dev.fairlead.events.observation;

import java.util.List;

import dev.fairlead.events.TargetKey;

/**
 * Asks the watcher of a cluster to say again what it sees. Answered by a {@link TargetRestated} per
 * target, and by a {@link TargetGone} for a named one that is not there.
 *
 * @param cluster
 *            whose watcher is asked
 * @param targets
 *            which; empty for all
 */
public record RestateRequested(String cluster, List<TargetKey> targets) {

    public RestateRequested {
        targets = List.copyOf(targets);
    }
}
