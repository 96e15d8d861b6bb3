package dev.fairlead.router.boot;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.fairlead.router.plan.LabelPrefixes;
import dev.fairlead.router.workload.WorkloadSettings;

/**
 * What a router is told at its start, beside its clusters and Kafka; named as Flagger's flags where
 * those exist. Selector labels and config tracking must be those of the watcher.
 *
 * @param worker
 *            names it in reports; empty for the host's name
 * @param ordersAtATime
 *            attempts that one cluster is troubled with at a time, from 5
 * @param remembered
 *            objects of one cluster that are remembered as they were written, from 1
 * @param selectorLabels
 *            the labels of which a target's selector must have one, most wanted first
 * @param includeLabelPrefix
 *            which labels of a target its primary has, too; {@code *} for all
 * @param enableConfigTracking
 *            whether the primary has its own copies of ConfigMaps and Secrets
 * @param secrets
 *            as the watcher's: with {@code off} the primary uses the target's own Secrets
 */
@ConfigurationProperties("fairlead.router")
public record RouterSettings(@DefaultValue("") String worker,
        @DefaultValue("32") int ordersAtATime, @DefaultValue("5000") int remembered,
        @DefaultValue({
            "app", "name", "app.kubernetes.io/name"}) List<String> selectorLabels,
        @DefaultValue List<String> includeLabelPrefix,
        @DefaultValue("true") boolean enableConfigTracking,
        @DefaultValue("watch") Secrets secrets) {

    /** How the watcher looks at Secrets; here only whether it does. */
    public enum Secrets {
        WATCH, POLL, OFF
    }

    public RouterSettings {
        selectorLabels = List.copyOf(selectorLabels);
        includeLabelPrefix = List.copyOf(includeLabelPrefix);
        if (remembered < 1) {
            throw new IllegalArgumentException(
                    "Expected fairlead.router.remembered from 1, but got " + remembered);
        }
        if (selectorLabels.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected fairlead.router.selector-labels to name a label, but got none");
        }
    }

    WorkloadSettings forWorkloads() {
        return new WorkloadSettings(selectorLabels, new LabelPrefixes(includeLabelPrefix),
                enableConfigTracking);
    }
}
