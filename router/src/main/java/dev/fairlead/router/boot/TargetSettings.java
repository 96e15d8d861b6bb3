package dev.fairlead.router.boot;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.fairlead.router.plan.LabelPrefixes;
import dev.fairlead.router.workload.WorkloadSettings;

/**
 * How targets are told apart and copied; the watcher must have the same.
 *
 * @param selectorLabels
 *            the labels of which a target's selector must have one, most wanted first
 * @param includeLabelPrefix
 *            which labels of a target its primary has, too; {@code *} for all
 * @param configTracking
 *            whether the primary has its own copies of ConfigMaps and Secrets
 */
@ConfigurationProperties("fairlead")
public record TargetSettings(
        @DefaultValue({
            "app", "name", "app.kubernetes.io/name"}) List<String> selectorLabels,
        @DefaultValue List<String> includeLabelPrefix,
        @DefaultValue("true") boolean configTracking) {

    WorkloadSettings forWorkloads() {
        return new WorkloadSettings(selectorLabels, new LabelPrefixes(includeLabelPrefix),
                configTracking);
    }
}
