package dev.fairlead.events.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.fairlead.events.Weight;

/**
 * The status of a Canary, field for field as Flagger has it, and ours.
 *
 * @param phase
 *            one of Flagger's phases; empty before there is any
 * @param canaryWeight
 *            percent
 * @param failedChecks
 *            from 0
 * @param iterations
 *            from 0
 * @param lastAppliedSpec
 *            fingerprint of the newest revision taken up
 * @param lastPromotedSpec
 *            fingerprint of the promoted revision
 * @param trackedConfigs
 *            checksums of the newest revision's configs
 * @param lastTransitionTime
 *            of the newest change
 * @param observedGeneration
 *            the generation of the Canary that is in force
 * @param conditions
 *            one of each type
 * @param rollout
 *            the rollout's name; empty outside of one
 * @param why
 *            one sentence: what is awaited and what happens next
 * @param cookies
 *            those that keep users on one side
 */
public record CanaryStatus(String phase, Weight canaryWeight, int failedChecks, int iterations,
        String lastAppliedSpec, String lastPromotedSpec, Map<String, String> trackedConfigs,
        Instant lastTransitionTime, long observedGeneration, List<Condition> conditions,
        String rollout, String why, Cookies cookies) {

    public CanaryStatus {
        trackedConfigs = java.util.Collections
                .unmodifiableMap(new java.util.TreeMap<>(trackedConfigs));
        conditions = List.copyOf(conditions);
    }

    /**
     * A status condition.
     *
     * @param type
     *            such as {@code Promoted}
     * @param status
     *            {@code True}, {@code False} or {@code Unknown}
     */
    public record Condition(String type, String status, String reason, String message,
            Instant lastTransitionTime, Instant lastUpdateTime) {}
}
