package dev.fairlead.orchestrator.rollout;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Refusals and silence: each is tried again, with a limit on the haste. */
class AnswersSpec {

    @Test
    void a_refusal_is_tried_again_after_a_second_then_twice_as_long() {
        String busy = "the API server is busy";
        given(Step.SHIFTING).when(refusedAs(Reason.THROTTLED, busy))
                .then(refused("ShiftTraffic", Reason.THROTTLED, busy, 2, 1))
                .ordering("status Progressing weight=0 failedChecks=0", "Warning " + busy)
                .when(elapses(DeadlineKind.REORDER))
                .then(orderedAgain("ShiftTraffic"))
                .ordering("route canary=20", "status Progressing weight=0 failedChecks=0")
                .when(refusedAs(Reason.THROTTLED, busy))
                .then(refused("ShiftTraffic", Reason.THROTTLED, busy, 3, 2))
                .when(refusedAs(Reason.THROTTLED, busy))
                .then(refused("ShiftTraffic", Reason.THROTTLED, busy, 4, 4));
    }

    @Test
    void a_cluster_that_is_away_is_tried_every_five_seconds_in_the_end() {
        String away = "Connection refused";
        Told story = given(Step.SHIFTING);
        int attempts = 2;
        for (int pause : new int[]{1, 2, 4, 5, 5}) {
            story.when(refusedAs(Reason.UNREACHABLE, away))
                    .then(refused("ShiftTraffic", Reason.UNREACHABLE, away, attempts++, pause));
        }
    }

    @Test
    void a_namespace_that_is_being_deleted_is_troubled_once_an_hour() {
        String goes = "HTTP 403: NamespaceTerminating: no new content";
        given(Step.PREPARING_PRIMARY).when(refusedAs(Reason.NAMESPACE_TERMINATING, goes))
                .then(refused("PrepareTarget", Reason.NAMESPACE_TERMINATING, goes, 2, 3600))
                .with(state -> assertThat(state.why()).contains("NamespaceTerminating"));
    }

    @Test
    void an_order_that_nobody_answers_is_ordered_again() {
        given(Step.SHIFTING).when(elapses(DeadlineKind.REORDER))
                .then(unanswered("ShiftTraffic", 2, 15))
                .ordering("route canary=20", "status Progressing weight=0 failedChecks=0");
    }

    @Test
    void a_rollback_that_nobody_answers_is_ordered_again_for_ever() {
        Told story = given(Step.RETREATING);
        for (int i = 0; i < 20; i++) {
            story.when(elapses(DeadlineKind.REORDER)).at(Step.RETREATING);
            assertThat(OrderLines.of(story.orders())).startsWith("route canary=0");
        }
    }

    @Test
    void an_analysis_that_nobody_answers_is_never_a_failed_check() {
        given(Step.ANALYSING).when(elapses(DeadlineKind.REORDER))
                .then(unanswered("RunAnalysis", 2, 30))
                .with(it -> assertThat(it.attempt().failedChecks()).isZero())
                .when(passes())
                .then(passed(1), shifting(40, Purpose.STEP));
    }

    @Test
    void an_answer_to_the_order_given_again_counts() {
        Told story = given(Step.SHIFTING).when(elapses(DeadlineKind.REORDER));
        story.when(done("ShiftTraffic", story.state().version())).then(shifted(20));
    }

    @Test
    void an_overtaken_order_waits_for_its_timer() {
        given(Step.SHIFTING).when(overtaken()).thenNothing();
    }

    @Test
    void a_late_answer_changes_nothing() {
        given(Step.RESTING).when(done("ShiftTraffic", 13)).thenNothing();
        given(Step.IDLE).when(done("ScaleWorkload", 9)).thenNothing();
    }

    @Test
    void an_answer_to_an_older_order_of_the_same_kind_changes_nothing() {
        given(Step.SCALING_UP).when(done("ScaleWorkload", 9)).thenNothing();
    }

    @Test
    void a_late_verdict_changes_nothing() {
        AnalysisId first = new AnalysisId("eu-1/test/podinfo#1/1");
        given(Step.RESTING).when(verdict(first, CheckEvidence.Verdict.FAIL, Places.HALT))
                .thenNothing();
        given(Step.RETREATING).when(verdict(first, CheckEvidence.Verdict.PASS, ""))
                .thenNothing();
    }

    @Test
    void a_repeated_verdict_counts_once() {
        AnalysisId first = new AnalysisId("eu-1/test/podinfo#1/1");
        given(Step.ANALYSING).when(fails(Places.HALT))
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(verdict(first, CheckEvidence.Verdict.FAIL, Places.HALT))
                .thenNothing()
                .with(it -> assertThat(it.attempt().failedChecks()).isEqualTo(1));
    }

    @Test
    void a_verdict_of_the_rollout_before_changes_nothing() {
        given(Step.ANALYSING).when(targetAsksFor("v3"))
                .when(verdict(new AnalysisId("eu-1/test/podinfo#1/1"),
                        CheckEvidence.Verdict.FAIL, Places.HALT))
                .thenNothing();
    }

    @Test
    void a_timer_that_is_not_awaited_any_more_changes_nothing() {
        given(Step.ANALYSING).when(elapses(DeadlineKind.ANALYSIS)).thenNothing();
        given(Step.IDLE).when(elapses(DeadlineKind.DRAIN)).thenNothing();
    }

    @Test
    void repeated_readiness_changes_nothing() {
        given(Step.RESTING).when(canaryPodsReady("v2")).thenNothing();
    }

    @Test
    void a_restatement_of_what_is_known_changes_nothing() {
        given(Step.RESTING).when(restated("Progressing")).thenNothing();
    }

    @Test
    void a_status_that_lags_behind_is_written_again() {
        given(Step.RESTING).when(restated("Initialized"))
                .then(statusRestated())
                .ordering("status Progressing weight=20 failedChecks=0");
    }

    @Test
    void hooks_of_another_kind_than_awaited_change_nothing() {
        given(Step.PRE_ROLLOUT).when(hookPasses(HookType.ROLLOUT, "load")).thenNothing();
    }
}
