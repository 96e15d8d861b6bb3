package dev.fairlead.watcher.detection;

import java.util.Map;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Seen;

/**
 * What is kept of a Service.
 *
 * @param seen
 *            its marks
 * @param selector
 *            the labels of the pods that it leads to
 */
public record ServiceSight(Seen seen, Map<String, String> selector) {

    public ServiceSight {
        selector = Map.copyOf(selector);
    }

    /**
     * Whether we have written it and it leads to other pods than those of the workload by now. One
     * that we have not written yet leads where its owner wants.
     */
    boolean isLedAstray(WorkloadSight workload) {
        boolean there = !selector.isEmpty()
                && workload.selectors().entrySet().containsAll(selector.entrySet());
        return !there && !seen.fence().equals(Fence.NONE);
    }
}
