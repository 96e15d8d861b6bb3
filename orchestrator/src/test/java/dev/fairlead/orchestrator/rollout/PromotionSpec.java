package dev.fairlead.orchestrator.rollout;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.Side;
import dev.fairlead.events.fact.RolloutSuperseded.Next;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;

/** Copy, wait, route back, drain, scale down. */
class PromotionSpec {

    @Test
    void the_last_weight_that_passed_promotes() {
        given(Step.ANALYSING).when(passes())
                .when(done())
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(passes())
                .then(passed(2), copying("v2"))
                .ordering("promote v2", "status Promoting weight=40 failedChecks=0",
                        "Normal Copying podinfo.test template spec to podinfo-primary.test");
    }

    @Test
    void a_copy_waits_for_the_pods_of_the_primary() {
        given(Step.COPYING).when(done()).then(copied("v2")).at(Step.AWAITING_PROMOTED).ordering();
    }

    @Test
    void a_primary_seen_before_the_copy_does_not_count() {
        given(Step.AWAITING_PROMOTED).when(primaryPodsOfBefore("v1")).thenNothing();
        given(Step.AWAITING_PROMOTED).when(primaryPodsOfBefore("v2")).thenNothing();
    }

    @Test
    void a_primary_with_the_revision_takes_all_requests() {
        given(Step.AWAITING_PROMOTED).when(primaryPodsReady("v2"))
                .then(ready(Side.PRIMARY, "v2"), shifting(0, Purpose.PROMOTION))
                .ordering("route canary=0");
    }

    @Test
    void a_primary_with_another_revision_takes_none() {
        given(Step.AWAITING_PROMOTED).when(primaryPodsReady("v0"))
                .then(ready(Side.PRIMARY, "v0"))
                .at(Step.AWAITING_PROMOTED);
    }

    @Test
    void the_canary_keeps_its_pods_until_proxies_know() {
        given(Step.ROUTING_BACK).when(done())
                .then(shifted(0), draining())
                .at(Step.PROMOTION_DRAIN)
                .ordering("status Finalising weight=0 failedChecks=0",
                        "Normal Routing all traffic to primary")
                .when(elapses(DeadlineKind.DRAIN))
                .then(scaling(Direction.DOWN));
    }

    @Test
    void a_canary_that_is_scaled_down_has_succeeded() {
        given(Step.SCALING_DOWN).when(done())
                .then(scaled(Direction.DOWN), succeeded())
                .at(Step.IDLE)
                .ordering("status Succeeded weight=0 failedChecks=0",
                        "Normal Promotion completed! Scaling down podinfo.test",
                        "alert INFO Canary analysis completed successfully, promotion finished.");
    }

    @Test
    void requests_go_back_step_by_step_when_asked_for() {
        given(Places.at(Step.AWAITING_PROMOTED, Canaries.promotedBySteps(20)))
                .when(primaryPodsReady("v2"))
                .then(ready(Side.PRIMARY, "v2"), shifting(20, Purpose.PROMOTION))
                .when(done())
                .then(shifted(20))
                .ordering("status Promoting weight=20 failedChecks=0",
                        "Normal Advance podinfo.test primary weight 80")
                .when(elapses(DeadlineKind.PROMOTION_STEP))
                .then(shifting(0, Purpose.PROMOTION));
    }

    @Test
    void a_primary_that_cannot_start_leaves_the_requests_with_the_canary() {
        given(Step.AWAITING_PROMOTED).when(primaryPods("v2", Verdict.STUCK, Places.BROKEN))
                .then(observed(Side.PRIMARY, "v2", Verdict.STUCK, Places.BROKEN),
                        promotionFailed(Places.BROKEN))
                .when(done())
                .then(routed(100), failedForGood())
                .at(Step.STRANDED);
    }

    @Test
    void a_primary_without_progress_fails_the_promotion_too() {
        given(Step.AWAITING_PROMOTED).when(primaryPods("v2", Verdict.WAITING, Places.BROKEN))
                .when(elapses(DeadlineKind.READINESS))
                .then(promotionFailed(Places.BROKEN))
                .ordering("route canary=100", "status Promoting weight=40 failedChecks=0",
                        "Warning Promotion of podinfo.test failed, primary not ready: "
                                + Places.BROKEN,
                        "alert ERROR Promotion failed, primary not ready: " + Places.BROKEN);
    }

    @Test
    void a_stranded_primary_that_gets_ready_after_all_is_promoted() {
        given(Step.STRANDED).when(primaryPodsReady("v2"))
                .then(ready(Side.PRIMARY, "v2"), shifting(0, Purpose.PROMOTION))
                .when(done())
                .when(elapses(DeadlineKind.DRAIN))
                .when(done())
                .then(scaled(Direction.DOWN), succeeded())
                .at(Step.IDLE);
    }

    @Test
    void what_nobody_has_analysed_gets_no_requests_when_a_promotion_fails() {
        given(Step.AWAITING_PROMOTED).when(targetAsksFor("v3"))
                .when(primaryPods("v2", Verdict.STUCK, Places.BROKEN))
                .then(observed(Side.PRIMARY, "v2", Verdict.STUCK, Places.BROKEN),
                        superseded("v3", Next.TRY, Places.NEWER), restarted("v3", 2));
    }
}
