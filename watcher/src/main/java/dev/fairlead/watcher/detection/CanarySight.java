package dev.fairlead.watcher.detection;

import java.util.Map;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.Seen;

/**
 * What is kept of a Canary.
 *
 * @param seen
 *            its marks
 * @param phase
 *            {@code status.phase}; empty when there is none
 * @param statusFence
 *            {@code status.fairlead.fence}
 * @param tree
 *            metadata and spec, as manifests have them
 * @param held
 *            whether it is being deleted and our finalizer keeps it
 */
public record CanarySight(Seen seen, String phase, Fence statusFence,
        Map<String, Object> tree, boolean held) {

    /** The life it stands for. */
    public Life life() {
        return new Life(seen.uid());
    }
}
