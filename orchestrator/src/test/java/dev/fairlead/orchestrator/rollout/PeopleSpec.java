package dev.fairlead.orchestrator.rollout;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.RollbackOrdered.Cause;
import dev.fairlead.events.fact.RolloutHeld.Hold;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.People.WHY;
import static dev.fairlead.orchestrator.rollout.PeopleFacts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What people may ask for, and what follows. */
class PeopleSpec {

    @Test
    void a_paused_rollout_is_measured_but_gets_no_further_weight() {
        given(Step.RESTING).when(People.pause())
                .then(paused(WHY))
                .ordering("status Progressing weight=20 failedChecks=0",
                        "Normal Pausing podinfo.test " + WHY)
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(analysing(1))
                .when(passes())
                .then(passed(1), waiting(Hold.PAUSE))
                .at(Step.PAUSED)
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(analysing(2));
    }

    @Test
    void a_paused_rollout_that_fails_is_rolled_back_all_the_same() {
        given(Step.PAUSED).when(elapses(DeadlineKind.ANALYSIS))
                .when(fails(Places.HALT))
                .then(failed(2, Places.HALT, 1))
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(fails(Places.HALT))
                .then(failed(3, Places.HALT, 2), rollingBack(Cause.CHECKS, Places.HALT));
    }

    @Test
    void a_resumed_rollout_goes_on_at_once() {
        given(Step.PAUSED).when(People.resume())
                .then(resumed(WHY), shifting(40, Purpose.STEP));
    }

    @Test
    void a_pause_holds_the_promotion_too() {
        given(Places.at(Step.RESTING, Canaries.steps(20, 20))).when(People.pause())
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(passes())
                .then(passed(1), waiting(Hold.PAUSE))
                .when(People.resume())
                .then(resumed(WHY), copying("v2"));
    }

    @Test
    void a_pause_before_the_first_weight_measures_nothing() {
        given(Step.AWAITING_CANARY).when(People.pause())
                .when(canaryPodsReady("v2"))
                .at(Step.PAUSED)
                .with(state -> assertThat(state.deadlines()).isEmpty())
                .with(state -> assertThat(state.why())
                        .startsWith("Paused by a person at weight 0"));
    }

    @Test
    void a_newer_revision_stays_paused() {
        given(Step.PAUSED).when(targetAsksFor("v3"))
                .at(Step.RESTARTING)
                .with(state -> assertThat(state.attempt().paused()).isTrue());
    }

    @Test
    void a_suspended_canary_holds_its_rollout_until_it_is_not() {
        given(Step.ANALYSING).when(canarySays(2, Canaries.suspended()))
                .when(passes())
                .then(passed(1), waiting(Hold.PAUSE))
                .when(canarySays(3, Canaries.podinfo()))
                .then(revised(3, Canaries.podinfo()), shifting(40, Purpose.STEP));
    }

    @Test
    void a_promotion_by_hand_leaves_out_the_rest_of_the_analysis() {
        given(Step.RESTING).when(People.promote())
                .then(waived(WHY), copying("v2"))
                .ordering("status Progressing weight=20 failedChecks=0",
                        "Normal Promoting podinfo.test by hand " + WHY, "promote v2",
                        "status Promoting weight=20 failedChecks=0",
                        "Normal Copying podinfo.test template spec to podinfo-primary.test");
    }

    @Test
    void an_abort_moves_the_requests_first() {
        given(Step.ANALYSING).when(People.abort())
                .then(rollingBack(Cause.PERSON, WHY))
                .ordering("route canary=0", "status Progressing weight=20 failedChecks=0",
                        "Warning Rolling back podinfo.test " + WHY,
                        "alert WARN Rolling back " + WHY)
                .when(passes())
                .thenNothing();
    }

    @Test
    void an_abort_while_the_primary_is_copied_tells_what_the_primary_got_all_the_same() {
        given(Step.COPYING).when(People.abort())
                .then(rollingBack(Cause.PERSON, WHY))
                .when(done("PromoteWorkload", 1))
                .then(primaryChanged("v2"))
                .with(state -> assertThat(state.revisions().promoted())
                        .isEqualTo(Facts.revision("v2")))
                .when(done("PromoteWorkload", 1))
                .thenNothing();
    }

    @Test
    void a_revision_that_a_person_gave_up_is_tried_again_when_a_person_says_so() {
        given(Step.GIVING_UP).when(done())
                .at(Step.IDLE)
                .when(targetAsksFor("v2"))
                .thenNothing()
                .when(People.retry())
                .then(started("v2", 2), scaling(Direction.UP));
    }

    @Test
    void what_was_promoted_needs_no_retry() {
        given(Step.IDLE).when(People.retry())
                .then(turnedDown("RetryRollout", "NothingToRetry",
                        "Expected something that failed, but the target asks for what is promoted"))
                .ordering();
    }

    @Test
    void an_order_that_is_refused_is_given_again_at_once() {
        given(Step.SCALING_UP).when(refusedAs(
                dev.fairlead.events.report.ChangeRefused.Reason.UNREACHABLE, "no route"))
                .when(People.retry())
                .then(orderedAgain("ScaleWorkload"))
                .at(Step.SCALING_UP);
    }

    @Test
    void a_person_who_saw_another_step_changes_nothing() {
        given(Step.ANALYSING).when(People.pauseAt("resting", ""))
                .then(turnedDown("PauseRollout", "MovedOn",
                        "Expected the step resting, but it is analysing by now"))
                .when(People.pauseAt("analysing", "eu-1/test/podinfo#7"))
                .then(turnedDown("PauseRollout", "MovedOn",
                        "Expected the rollout eu-1/test/podinfo#7, but it is"
                                + " eu-1/test/podinfo#1 by now"))
                .when(People.pauseAt("analysing", "eu-1/test/podinfo#1"))
                .then(paused(WHY));
    }

    @Test
    void a_primary_that_cannot_serve_gets_no_requests_by_an_abort() {
        given(Step.STRANDED).when(People.abort())
                .then(turnedDown("AbortRollout", "PrimaryNotReady", "Expected a primary that can"
                        + " serve, but it is not ready; requests stay with the canary"));
    }

    @Test
    void a_primary_broken_by_a_promotion_gets_back_what_it_had_when_the_target_asks_for_it() {
        given(Step.STRANDED).when(targetAsksFor("v1"))
                .then(noted("v1"), copying("v1"))
                .ordering("promote v1", "status Promoting weight=100 failedChecks=0",
                        "Normal Copying podinfo.test template spec to podinfo-primary.test")
                .when(done())
                .then(copied("v1"))
                .when(primaryPodsReady("v1"))
                .at(Step.ROUTING_BACK);
    }

    @Test
    void a_deleted_canary_says_what_is_left_behind() {
        given(Step.ANALYSING).when(canaryIsGone())
                .then(removed())
                .ordering("status  weight=0 failedChecks=0",
                        "Warning Canary deleted without spec.revertOnDeletion: Deployment"
                                + " podinfo.test keeps the scale that it has now, while its primary"
                                + " and routes go");
    }

    @Test
    void a_gate_that_nobody_waits_for_cannot_be_opened() {
        given(Step.RESTING).when(People.approve("confirm-promotion"))
                .then(turnedDown("ApproveGate", "GateNotAwaited",
                        "Expected confirm-promotion to be waited for, but no gate is"));
        given(Places.gated(Step.AWAITING_TRAFFIC_GATE)).when(People.approve("confirm-promotion"))
                .then(turnedDown("ApproveGate", "GateNotAwaited",
                        "Expected confirm-promotion to be waited for, but it is "
                                + HookType.CONFIRM_TRAFFIC_INCREASE.wireName()));
    }
}
