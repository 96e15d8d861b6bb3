package dev.fairlead.orchestrator.rollout;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Side;
import dev.fairlead.events.fact.RolloutSuperseded.Next;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.orchestrator.rollout.state.Deadline;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A revision that comes while another is under way. None is ever lost. */
class NewRevisionSpec {

    @Test
    void in_an_analysis_it_restarts_with_the_requests_at_the_primary_first() {
        given(Step.ANALYSING).when(targetAsksFor("v3"))
                .then(superseded("v3", Next.TRY, Places.NEWER), restarted("v3", 2))
                .at(Step.RESTARTING)
                .ordering("route canary=0", "status Progressing weight=0 failedChecks=0",
                        "Normal New revision detected! Restarting analysis for podinfo.test");
    }

    @Test
    void a_restarted_rollout_scales_up_anew() {
        given(Step.RESTARTING).when(done())
                .then(routed(0), scaling(Direction.UP))
                .when(done())
                .then(scaled(Direction.UP))
                .at(Step.AWAITING_CANARY);
    }

    @Test
    void pods_of_the_new_revision_that_were_seen_early_count() {
        given(Step.COPYING).when(targetAsksFor("v3"))
                .when(canaryPodsReady("v3"))
                .then(ready(Side.CANARY, "v3"))
                .when(refusedAs(Reason.MOVED_ON, "the target is v3 by now"))
                .when(done())
                .when(done())
                .then(scaled(Direction.UP), canaryReady(), shifting(20, Purpose.STEP));
    }

    @Test
    void pods_of_the_old_revision_do_not_count_for_the_new() {
        given(Step.RESTARTING).when(done())
                .when(canaryPodsReady("v2"))
                .when(done())
                .then(scaled(Direction.UP))
                .at(Step.AWAITING_CANARY);
    }

    @Test
    void a_newer_one_while_restarting_takes_its_place() {
        given(Step.RESTARTING).when(targetAsksFor("v4"))
                .then(superseded("v4", Next.TRY, Places.NEWER), restarted("v4", 3));
    }

    @Test
    void the_promoted_one_in_an_analysis_stands_down_without_a_promotion() {
        given(Step.ANALYSING).when(targetAsksFor("v1"))
                .then(superseded("v1", Next.STAND_DOWN, Places.BACK))
                .ordering("route canary=0")
                .when(done())
                .then(routed(0), drainingAfterRollback())
                .when(elapses(DeadlineKind.DRAIN))
                .when(done())
                .then(scaled(Direction.DOWN), withdrawn())
                .at(Step.IDLE);
    }

    @Test
    void in_a_promotion_all_requests_go_to_the_primary_at_once() {
        given(Step.AWAITING_PROMOTED).when(targetAsksFor("v3"))
                .then(noted("v3"), shifting(0, Purpose.SAFETY))
                .at(Step.AWAITING_PROMOTED)
                .ordering("route canary=0");
    }

    @Test
    void in_a_promotion_by_steps_the_rest_goes_back_at_once() {
        given(Places.at(Step.ROUTING_REST, Canaries.promotedBySteps(20)))
                .when(targetAsksFor("v3"))
                .then(noted("v3"), shifting(0, Purpose.PROMOTION));
    }

    @Test
    void it_is_tried_when_the_promotion_is_done_and_its_pods_stay_up_for_it() {
        given(Step.AWAITING_PROMOTED).when(targetAsksFor("v3"))
                .when(primaryPodsReady("v2"))
                .when(done())
                .when(elapses(DeadlineKind.DRAIN))
                .then(succeeded(), started("v3", 2), scaling(Direction.UP))
                .at(Step.SCALING_UP);
    }

    @Test
    void it_is_tried_when_the_rollback_is_done_and_its_pods_stay_up_for_it() {
        given(Step.ROLLBACK_DRAIN).when(targetAsksFor("v3"))
                .when(elapses(DeadlineKind.DRAIN))
                .then(failedForGood(), started("v3", 2), scaling(Direction.UP))
                .at(Step.SCALING_UP);
    }

    @Test
    void it_is_tried_when_the_primary_serves_and_its_pods_stay_up_for_it() {
        given(Step.TAKEOVER_DRAIN).when(targetAsksFor("v2"))
                .when(elapses(DeadlineKind.DRAIN))
                .then(initialized(), started("v2", 1), scaling(Direction.UP))
                .at(Step.SCALING_UP);
    }

    @Test
    void it_comes_after_a_scaling_down_that_is_under_way() {
        given(Step.SCALING_DOWN).when(targetAsksFor("v3"))
                .when(done())
                .then(scaled(Direction.DOWN), succeeded(), started("v3", 2),
                        scaling(Direction.UP));
    }

    @Test
    void a_copy_that_finds_it_is_given_up_for_it() {
        given(Step.COPYING).when(targetAsksFor("v3"))
                .when(refusedAs(Reason.MOVED_ON, "the target is v3 by now"))
                .then(superseded("v3", Next.TRY, Places.NEWER), restarted("v3", 2));
    }

    @Test
    void a_copy_that_finds_it_first_is_tried_again() {
        given(Step.COPYING).when(refusedAs(Reason.MOVED_ON, "the target is v3 by now"))
                .then(refused("PromoteWorkload", Reason.MOVED_ON, "the target is v3 by now", 2,
                        1));
    }

    @Test
    void the_same_one_again_changes_nothing() {
        given(Step.IDLE).when(targetAsksFor("v1")).thenNothing();
        given(Step.ANALYSING).when(targetAsksFor("v2")).thenNothing();
        given(Step.AWAITING_PROMOTED).when(targetAsksFor("v2")).thenNothing();
    }

    @Test
    void the_gates_of_the_one_before_it_are_not_waited_for() {
        given(Step.AWAITING_TRAFFIC_GATE).when(targetAsksFor("v3"))
                .at(Step.RESTARTING)
                .with(state -> assertThat(state.deadlines()).extracting(Deadline::kind)
                        .containsExactly(DeadlineKind.REORDER));
    }

    @Test
    void a_suspended_target_begins_nothing_until_it_goes_on() {
        given(Places.at(Step.IDLE, Canaries.suspended())).when(targetAsksFor("v2"))
                .then(noted("v2"))
                .when(canarySays(2, Canaries.podinfo()))
                .then(revised(2, Canaries.podinfo()), started("v2", 1), scaling(Direction.UP));
    }
}
