package dev.fairlead.router.workload;

import java.util.List;

import dev.fairlead.router.plan.LabelPrefixes;

/**
 * How workloads are told apart and copied. Watcher and router must have the same.
 *
 * @param selectorLabels
 *            the labels of which a target's selector must have one, most wanted first
 * @param prefixes
 *            the labels of a target that its primary has, too
 * @param configTracking
 *            whether the primary has its own copies of ConfigMaps and Secrets
 */
public record WorkloadSettings(List<String> selectorLabels, LabelPrefixes prefixes,
        boolean configTracking) {

    public WorkloadSettings {
        selectorLabels = List.copyOf(selectorLabels);
    }
}
