package dev.fairlead.events.order;

import java.time.Instant;
import java.util.List;

import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.Policies;

/**
 * Measure every metric and report the evidence.
 *
 * @param analysis
 *            the round
 * @param judge
 *            the version of the rules to score by, from 1
 * @param names
 *            what query templates may ask for
 * @param metrics
 *            measured in parallel; all are reported
 * @param policies
 *            what no value and an unreachable source count as
 * @param sourceLost
 *            when a store was last found unreachable with no analysis passed since; EPOCH for never
 */
public record RunAnalysis(OrderHead head, AnalysisId analysis, int judge, QueryNames names,
        List<MetricCheck> metrics, Policies policies, Instant sourceLost) implements Order {

    public RunAnalysis {
        metrics = List.copyOf(metrics);
    }

    /**
     * The names that query templates may ask for.
     *
     * @param name
     *            of the Canary
     * @param target
     *            of the workload
     * @param service
     *            of the apex Service
     */
    public record QueryNames(String name, String namespace, String target, String service,
            String ingress, String route) {}
}
