package dev.fairlead.watcher.detection;

import java.util.List;
import java.util.Map;

import dev.fairlead.canary.revision.ConfigRef;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Seen;

/**
 * What is kept of a workload. Of a Service, which has no pods of its own, the template is its spec.
 *
 * @param seen
 *            its marks
 * @param wanted
 *            the pods it asks for
 * @param idle
 *            whether it is scaled to zero
 * @param pods
 *            the pods it has
 * @param exceeded
 *            whether its own progress deadline has passed
 * @param template
 *            the fingerprint of its pod template
 * @param images
 *            of its containers
 * @param configs
 *            what the template refers to
 * @param promoted
 *            on a primary, the fingerprint of the target's template that it was copied from
 * @param selectors
 *            {@code spec.selector.matchLabels}
 */
public record WorkloadSight(Seen seen, int wanted, boolean idle, Pods pods, boolean exceeded,
        Fingerprint template, List<String> images, List<ConfigRef> configs, String promoted,
        Map<String, String> selectors) {

    public WorkloadSight {
        images = List.copyOf(images);
        configs = List.copyOf(configs);
        selectors = Map.copyOf(selectors);
    }

    /**
     * Pods by {@code status}.
     *
     * @param all
     *            {@code replicas}, of a DaemonSet {@code currentNumberScheduled}
     * @param updated
     *            {@code updatedReplicas}, of a DaemonSet {@code updatedNumberScheduled}
     * @param available
     *            {@code availableReplicas}, of a DaemonSet {@code numberAvailable}
     */
    public record Pods(int all, int updated, int available) {}
}
