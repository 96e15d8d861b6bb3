package dev.fairlead.orchestrator.rollout;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.Side;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;

/** Taking a target under control. */
class InitializationSpec {

    private static final String WAITS =
            "podinfo-primary.test not ready: waiting for rollout to finish: 0 of 2 available";

    @Test
    void a_new_canary_waits_for_its_workload() {
        given().when(canarySays(1, Canaries.podinfo()))
                .then(registered(Canaries.podinfo()))
                .at(Step.AWAITING_WORKLOAD)
                .ordering("status Initializing weight=0 failedChecks=0");
    }

    @Test
    void a_missing_workload_is_told_once() {
        given(Step.AWAITING_WORKLOAD)
                .when(workloadIsMissing("Deployment podinfo.test not found"))
                .then(missed("Deployment podinfo.test not found"))
                .ordering("status Initializing weight=0 failedChecks=0",
                        "Warning Deployment podinfo.test not found")
                .when(workloadIsMissing("Deployment podinfo.test not found"))
                .thenNothing();
    }

    @Test
    void the_primary_is_made_before_anything_else() {
        given(Step.AWAITING_WORKLOAD).when(targetAsksFor("v1"))
                .then(noted("v1"), preparing(Stage.PRIMARY, "v1"))
                .ordering("prepare PRIMARY v1 canary=0");
    }

    @Test
    void no_request_moves_before_the_primary_is_ready() {
        given(Step.PREPARING_PRIMARY).when(done())
                .then(primaryMade("v1"))
                .at(Step.AWAITING_PRIMARY)
                .ordering();
    }

    @Test
    void a_primary_that_is_not_ready_yet_is_told() {
        given(Step.AWAITING_PRIMARY).when(primaryPods("v1", Verdict.WAITING, WAITS))
                .then(observed(Side.PRIMARY, "v1", Verdict.WAITING, WAITS))
                .ordering("status Initializing weight=0 failedChecks=0", "Warning " + WAITS);
    }

    @Test
    void a_ready_primary_takes_the_requests() {
        given(Step.AWAITING_PRIMARY).when(primaryPodsReady("v1"))
                .then(ready(Side.PRIMARY, "v1"), preparing(Stage.TRAFFIC, "v1"))
                .ordering("prepare TRAFFIC v1 canary=0");
    }

    @Test
    void a_primary_that_was_ready_before_the_answer_takes_the_requests_with_it() {
        given(Step.PREPARING_PRIMARY).when(primaryPodsReady("v1"))
                .then(ready(Side.PRIMARY, "v1"))
                .when(done())
                .then(primaryMade("v1"), preparing(Stage.TRAFFIC, "v1"));
    }

    @Test
    void a_primary_that_went_with_another_canary_is_not_the_one_that_is_made() {
        given(Step.PREPARING_PRIMARY).when(primaryPodsOfBefore("v1"))
                .thenNothing()
                .when(done())
                .then(primaryMade("v1"))
                .at(Step.AWAITING_PRIMARY)
                .when(primaryPodsOfBefore("v1"))
                .thenNothing();
    }

    @Test
    void the_target_keeps_its_pods_until_proxies_know_the_primary() {
        given(Step.PREPARING_TRAFFIC).when(done())
                .then(trafficTaken("v1"), draining())
                .at(Step.TAKEOVER_DRAIN)
                .ordering();
    }

    @Test
    void after_the_drain_the_target_stands_down() {
        given(Step.TAKEOVER_DRAIN).when(elapses(DeadlineKind.DRAIN))
                .then(scaling(Direction.DOWN))
                .ordering("scale DOWN");
    }

    @Test
    void a_target_that_stood_down_is_initialized() {
        given(Step.STANDING_DOWN).when(done())
                .then(scaled(Direction.DOWN), initialized())
                .at(Step.IDLE)
                .ordering("status Initialized weight=0 failedChecks=0",
                        "Normal Initialization done! podinfo.test",
                        "alert INFO New Deployment detected, initialization completed.");
    }

    @Test
    void a_primary_that_never_gets_ready_stalls_and_nothing_is_scaled_down() {
        given(Step.AWAITING_PRIMARY).when(primaryPods("v1", Verdict.WAITING, WAITS))
                .when(elapses(DeadlineKind.READINESS))
                .then(stalled(WAITS))
                .at(Step.AWAITING_PRIMARY)
                .ordering("status Initializing weight=0 failedChecks=0", "Warning " + WAITS)
                .when(primaryPodsReady("v1"))
                .then(ready(Side.PRIMARY, "v1"), preparing(Stage.TRAFFIC, "v1"));
    }

    @Test
    void a_revision_that_comes_while_initializing_is_tried_right_after() {
        given(Step.STANDING_DOWN).when(targetAsksFor("v2"))
                .then(noted("v2"))
                .when(done())
                .then(scaled(Direction.DOWN), initialized(), started("v2", 1),
                        scaling(Direction.UP));
    }

    @Test
    void a_primary_lost_while_initializing_is_made_again() {
        given(Step.AWAITING_PRIMARY).when(objectIsLost("Deployment", "podinfo-primary"))
                .then(preparing(Stage.PRIMARY, "v1"));
    }

    @Test
    void an_edit_of_the_service_while_initializing_is_prepared_at_once() {
        given(Step.AWAITING_PRIMARY).when(canarySays(2, Canaries.onPort(8080)))
                .then(revised(2, Canaries.onPort(8080)), preparing(Stage.PRIMARY, "v1"));
    }
}
