package dev.fairlead.watcher.detection;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Readiness;
import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.Seen;

import static org.assertj.core.api.Assertions.assertThat;

class ReadinessSpec {

    private static final int ALL = 100;

    @Test
    void a_status_of_an_older_generation_counts_for_nothing() {
        var readiness = ReadinessRules.of(workload(5, 4, 2, 2, 2, 2), ALL, "p: ");
        assertThat(readiness).isEqualTo(new Readiness(Verdict.WAITING,
                "p: waiting for rollout to finish: observed deployment generation less than desired generation"));
    }

    @Test
    void scaled_to_zero_is_idle() {
        assertThat(ReadinessRules.of(workload(4, 4, 0, 0, 0, 0), ALL, "p: "))
                .isEqualTo(new Readiness(Verdict.IDLE, ""));
    }

    @Test
    void scaled_to_zero_and_not_yet_observed_is_not_idle() {
        assertThat(ReadinessRules.of(workload(5, 4, 0, 2, 2, 2), ALL, "").verdict())
                .isEqualTo(Verdict.WAITING);
    }

    @Test
    void all_pods_updated_and_available_is_ready() {
        assertThat(ReadinessRules.of(workload(4, 4, 3, 3, 3, 3), ALL, "p: "))
                .isEqualTo(new Readiness(Verdict.READY, ""));
    }

    @Test
    void pods_that_are_not_made_yet_are_counted() {
        assertThat(ReadinessRules.of(workload(4, 4, 3, 1, 1, 0), ALL, "p: ").reason()).isEqualTo(
                "p: waiting for rollout to finish: 1 out of 3 new replicas have been updated");
    }

    @Test
    void old_pods_that_are_still_there_are_counted() {
        assertThat(ReadinessRules.of(workload(4, 4, 3, 5, 3, 3), ALL, "p: ").reason()).isEqualTo(
                "p: waiting for rollout to finish: 2 old replicas are pending termination");
    }

    @Test
    void pods_that_are_not_available_are_counted_against_the_threshold() {
        assertThat(ReadinessRules.of(workload(4, 4, 3, 3, 3, 0), 50, "p: ").reason()).isEqualTo(
                "p: waiting for rollout to finish: 0 of 1 (readyThreshold 50%) updated replicas are available");
    }

    @ParameterizedTest(name = "{0} pods and {1} % need {2}")
    @CsvSource({"1,99,0", "1,100,1", "3,50,1", "3,67,2", "3,66,1", "10,25,2", "7,0,0", "100,29,29",
        "100,57,57", "200,58,116"})
    void the_threshold_is_rounded_down_in_single_precision(int pods, int threshold, int enough) {
        assertThat(ReadinessRules.of(workload(4, 4, pods, pods, pods, enough), threshold, "")
                .verdict()).isEqualTo(Verdict.READY);
        if (enough > 0) {
            assertThat(ReadinessRules.of(workload(4, 4, pods, pods, pods, enough - 1), threshold,
                    "").verdict()).isEqualTo(Verdict.WAITING);
        }
    }

    @Test
    void a_deadline_that_has_passed_will_not_become_ready() {
        assertThat(ReadinessRules.of(exceeded(2, 2), ALL, "p: ")).isEqualTo(new Readiness(
                Verdict.STUCK, "p: deployment \"podinfo\" exceeded its progress deadline"));
    }

    @Test
    void a_deadline_from_before_the_scaling_up_is_not_final() {
        assertThat(ReadinessRules.of(exceeded(2, 0), ALL, "p: ").verdict())
                .isEqualTo(Verdict.WAITING);
    }

    private static WorkloadSight exceeded(int wanted, int updated) {
        return workload(new Numbers(4, 4, wanted, updated, updated, 0), true);
    }

    private static WorkloadSight workload(long generation, long observed, int wanted, int all,
            int updated, int available) {
        return workload(new Numbers(generation, observed, wanted, all, updated, available), false);
    }

    private record Numbers(long generation, long observed, int wanted, int all, int updated,
            int available) {}

    private static WorkloadSight workload(Numbers is, boolean exceeded) {
        return new WorkloadSight(
                new Seen("Deployment", "podinfo", "u", 1, is.generation(), is.observed(),
                        Fence.NONE),
                is.wanted(), is.wanted() == 0,
                new WorkloadSight.Pods(is.all(), is.updated(), is.available()), exceeded,
                new Fingerprint("v1-a"), List.of("a:1"), List.of(), "",
                Map.of("app", "podinfo"));
    }
}
