package dev.fairlead.orchestrator.rollout;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.Side;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.RollbackOrdered.Cause;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The trial of a revision: scaled up, ready, hooks, weights, analyses. */
class TrialSpec {

    private static final String NOT_READY =
            "canary deployment podinfo.test not ready: waiting for rollout to finish: 0 of 2";
    private static final Phrase WITH_HOOKS = Places.at(Step.AWAITING_CANARY,
            Canaries.hooks(Canaries.hook("smoke", HookType.PRE_ROLLOUT)));

    @Test
    void a_new_revision_is_scaled_up() {
        given(Step.IDLE).when(targetAsksFor("v2"))
                .then(noted("v2"), started("v2", 1), scaling(Direction.UP))
                .ordering("status Progressing weight=0 failedChecks=0",
                        "Normal New revision detected! Scaling up podinfo.test",
                        "alert INFO New revision detected, progressing canary analysis.",
                        "scale UP");
    }

    @Test
    void the_deadline_for_pods_begins_when_the_scale_stands() {
        given(Step.SCALING_UP).with(it -> assertThat(it.deadlines())
                .noneMatch(deadline -> deadline.kind() == DeadlineKind.READINESS))
                .when(done())
                .then(scaled(Direction.UP))
                .at(Step.AWAITING_CANARY);
    }

    @Test
    void pods_that_are_ready_get_the_first_weight_at_once() {
        given(Step.AWAITING_CANARY).when(canaryPodsReady("v2"))
                .then(ready(Side.CANARY, "v2"), canaryReady(), shifting(20, Purpose.STEP))
                .ordering("status Progressing weight=0 failedChecks=0",
                        "Normal Starting canary analysis for podinfo.test", "route canary=20");
    }

    @Test
    void pods_that_were_ready_before_the_scale_was_confirmed_count() {
        given(Step.SCALING_UP).when(canaryPodsReady("v2"))
                .then(ready(Side.CANARY, "v2"))
                .when(done())
                .then(scaled(Direction.UP), canaryReady(), shifting(20, Purpose.STEP));
    }

    @Test
    void pods_of_another_revision_do_not_count() {
        given(Step.AWAITING_CANARY).when(canaryPodsReady("v1"))
                .then(ready(Side.CANARY, "v1"))
                .at(Step.AWAITING_CANARY);
    }

    @Test
    void pods_that_are_not_ready_yet_are_told() {
        given(Step.AWAITING_CANARY).when(canaryPods("v2", Verdict.WAITING, NOT_READY))
                .then(observed(Side.CANARY, "v2", Verdict.WAITING, NOT_READY))
                .ordering("status Progressing weight=0 failedChecks=0", "Warning " + NOT_READY);
    }

    @Test
    void pre_rollout_hooks_come_before_the_first_weight() {
        given(WITH_HOOKS).when(canaryPodsReady("v2"))
                .then(ready(Side.CANARY, "v2"), canaryReady(),
                        hooksOrdered(HookType.PRE_ROLLOUT, 40))
                .ordering("status Progressing weight=0 failedChecks=0",
                        "Normal Starting canary analysis for podinfo.test",
                        "hooks pre-rollout [smoke]");
    }

    @Test
    void when_the_pre_rollout_hooks_passed_the_first_weight_follows() {
        given(WITH_HOOKS).when(canaryPodsReady("v2"))
                .when(hookPasses(HookType.PRE_ROLLOUT, "smoke"))
                .then(hooksPassed(HookType.PRE_ROLLOUT, "smoke"), shifting(20, Purpose.STEP))
                .ordering("status Progressing weight=0 failedChecks=0",
                        "Normal Pre-rollout check smoke passed", "route canary=20");
    }

    @Test
    void a_pre_rollout_hook_that_failed_is_called_again_after_the_interval() {
        given(WITH_HOOKS).when(canaryPodsReady("v2"))
                .when(hookFails(HookType.PRE_ROLLOUT, "smoke", "smoke test failed"))
                .then(hookFailed(HookType.PRE_ROLLOUT, "smoke", "smoke test failed", 1))
                .ordering("status Progressing weight=0 failedChecks=1",
                        "Warning Halt podinfo.test advancement pre-rollout check smoke failed"
                                + " smoke test failed")
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(hooksOrdered(HookType.PRE_ROLLOUT, 40));
    }

    @Test
    void an_analysis_comes_after_the_interval() {
        given(Step.RESTING).when(elapses(DeadlineKind.ANALYSIS))
                .then(analysing(1))
                .ordering("analyse eu-1/test/podinfo#1/1");
    }

    @Test
    void rollout_hooks_come_before_the_metrics_they_make_requests_for() {
        given(Places.at(Step.RESTING, Canaries.hooks(Canaries.hook("load", HookType.ROLLOUT))))
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(hooksOrdered(HookType.ROLLOUT, 40))
                .when(hookPasses(HookType.ROLLOUT, "load"))
                .then(hooksPassed(HookType.ROLLOUT, "load"), analysing(1))
                .ordering("analyse eu-1/test/podinfo#1/1");
    }

    @Test
    void a_rollout_hook_that_failed_counts_as_a_failed_check() {
        given(Places.at(Step.RESTING, Canaries.hooks(Canaries.hook("load", HookType.ROLLOUT))))
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(hookFails(HookType.ROLLOUT, "load", "no"))
                .then(hookFailed(HookType.ROLLOUT, "load", "no", 1))
                .at(Step.RESTING)
                .ordering("status Progressing weight=20 failedChecks=1",
                        "Warning Halt podinfo.test advancement external check load failed no");
    }

    @Test
    void a_failed_analysis_below_the_threshold_is_repeated() {
        given(Step.ANALYSING).when(fails(Places.HALT))
                .then(failed(1, Places.HALT, 1))
                .at(Step.RESTING)
                .ordering("status Progressing weight=20 failedChecks=1", "Warning " + Places.HALT)
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(analysing(2));
    }

    @Test
    void an_analysis_without_conclusion_counts_as_nothing() {
        given(Step.ANALYSING).when(cannotBeJudged("no data"))
                .then(held("no data"))
                .at(Step.RESTING)
                .with(it -> assertThat(it.attempt().failedChecks()).isZero());
    }

    @Test
    void a_source_that_was_away_is_told_to_whoever_measures_next() {
        given(Step.ANALYSING).when(sourceIsAway("connection refused"))
                .at(Step.RESTING)
                .when(elapses(DeadlineKind.ANALYSIS))
                .with(it -> assertThat(it.attempt().sourceLost()).isAfter(Told.NOON))
                .ordering("analyse eu-1/test/podinfo#1/2 sourceLost")
                .when(passes())
                .with(it -> assertThat(it.attempt().sourceLost()).isEqualTo(Instant.EPOCH));
    }

    @Test
    void pods_that_are_lost_hold_the_analysis() {
        given(Step.RESTING).when(canaryPods("v2", Verdict.WAITING, NOT_READY))
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(held(NOT_READY))
                .at(Step.RESTING);
    }

    @Test
    void pods_that_are_lost_for_as_long_as_the_deadline_roll_back() {
        given(Step.RESTING).when(canaryPods("v2", Verdict.WAITING, NOT_READY))
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(elapses(DeadlineKind.READINESS))
                .then(rollingBack(Cause.DEADLINE, NOT_READY));
    }

    @Test
    void pods_that_come_back_are_measured() {
        given(Step.RESTING).when(canaryPods("v2", Verdict.WAITING, NOT_READY))
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(canaryPodsReady("v2"))
                .with(it -> assertThat(it.deadlines())
                        .noneMatch(deadline -> deadline.kind() == DeadlineKind.READINESS))
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(analysing(1));
    }

    @Test
    void without_metrics_the_interval_alone_must_pass() {
        given(Places.at(Step.RESTING, Canaries.withoutMetrics()))
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(passed(1), shifting(40, Purpose.STEP));
    }

    @Test
    void pre_rollout_hooks_that_are_edited_away_are_not_waited_for() {
        given(Step.PRE_ROLLOUT).when(elapses(DeadlineKind.REORDER))
                .then(hooksPassed(HookType.PRE_ROLLOUT), shifting(20, Purpose.STEP));
    }

    @Test
    void failed_pre_rollout_hooks_that_are_edited_away_are_not_called_again() {
        given(Step.PRE_ROLLOUT_REST).when(elapses(DeadlineKind.ANALYSIS))
                .then(shifting(20, Purpose.STEP));
    }

    @Test
    void each_analysis_has_a_number_of_its_own_also_without_metrics() {
        given(Places.at(Step.RESTING, Canaries.withoutMetrics()))
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(passed(1), shifting(40, Purpose.STEP))
                .when(done())
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(passed(2), copying("v2"));
    }

    @Test
    void what_cannot_have_a_value_yet_counts_as_nothing() {
        String nothing = "Halt advancement no values found";
        given(Step.ANALYSING).when(hasNoValue(nothing))
                .then(held(nothing))
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(hasNoValue(nothing))
                .then(failed(2, nothing, 1));
    }
}
