package dev.fairlead.orchestrator.rollout;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.Side;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.RollbackOrdered.Cause;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Giving up a revision: requests to the primary before everything else. */
class RollbackSpec {

    private static final String STUCK =
            "canary deployment podinfo.test not ready: deployment exceeded its progress deadline";

    @Test
    void the_failure_that_reaches_the_threshold_rolls_back_in_the_same_decision() {
        given(Step.ANALYSING).when(fails(Places.HALT))
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(fails(Places.HALT))
                .then(failed(2, Places.HALT, 2), rollingBack(Cause.CHECKS, Places.HALT))
                .ordering("route canary=0", "status Progressing weight=20 failedChecks=2",
                        "Warning " + Places.HALT,
                        "Warning Rolling back podinfo.test failed checks threshold reached 2",
                        "alert ERROR Failed checks threshold reached 2");
    }

    @Test
    void a_threshold_of_one_rolls_back_at_the_first_failure() {
        given(Places.at(Step.ANALYSING, Canaries.threshold(1))).when(fails(Places.HALT))
                .then(failed(1, Places.HALT, 1), rollingBack(Cause.CHECKS, Places.HALT));
    }

    @Test
    void pods_that_are_not_ready_in_time_roll_back() {
        given(Step.AWAITING_CANARY).when(canaryPods("v2", Verdict.WAITING, STUCK))
                .when(elapses(DeadlineKind.READINESS))
                .then(rollingBack(Cause.DEADLINE, STUCK))
                .ordering("route canary=0", "status Progressing weight=0 failedChecks=0",
                        "Warning Rolling back podinfo.test progress deadline exceeded " + STUCK,
                        "alert ERROR Progress deadline exceeded " + STUCK);
    }

    @Test
    void pods_that_will_not_come_roll_back_at_once() {
        given(Step.AWAITING_CANARY).when(canaryPods("v2", Verdict.STUCK, STUCK))
                .then(observed(Side.CANARY, "v2", Verdict.STUCK, STUCK),
                        rollingBack(Cause.DEADLINE, STUCK));
    }

    @Test
    void pods_of_another_revision_roll_nothing_back() {
        given(Step.AWAITING_CANARY).when(canaryPods("v1", Verdict.STUCK, STUCK))
                .then(observed(Side.CANARY, "v1", Verdict.STUCK, STUCK))
                .at(Step.AWAITING_CANARY);
    }

    @Test
    void the_order_to_the_primary_never_expires() {
        given(Step.AWAITING_CANARY).when(canaryPods("v2", Verdict.STUCK, STUCK))
                .with(it -> assertThat(it.step()).isEqualTo(Step.RETREATING));
        Told story = given(Step.ANALYSING).when(fails(Places.HALT))
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(fails(Places.HALT));
        assertThat(story.orders().getFirst().head().expires())
                .isEqualTo(dev.fairlead.events.order.OrderHead.NEVER);
    }

    @Test
    void the_canary_keeps_its_pods_until_proxies_know() {
        given(Step.RETREATING).when(done())
                .then(routed(0), drainingAfterRollback())
                .at(Step.ROLLBACK_DRAIN)
                .ordering();
    }

    @Test
    void after_the_drain_the_canary_is_scaled_down() {
        given(Step.ROLLBACK_DRAIN).when(elapses(DeadlineKind.DRAIN))
                .then(scaling(Direction.DOWN));
    }

    @Test
    void a_canary_that_is_scaled_down_has_failed() {
        given(Step.GIVING_UP).when(done())
                .then(scaled(Direction.DOWN), failedForGood())
                .at(Step.IDLE)
                .ordering("status Failed weight=0 failedChecks=0",
                        "Warning Canary failed! Scaling down podinfo.test");
    }

    @Test
    void the_failed_revision_is_not_tried_again() {
        given(Step.GIVING_UP).when(done()).when(targetAsksFor("v2")).thenNothing();
    }

    @Test
    void a_failed_revision_that_is_asked_for_anew_is_tried_anew() {
        given(Step.GIVING_UP).when(done())
                .when(targetAsksFor("v1"))
                .then(noted("v1"))
                .when(targetAsksFor("v2"))
                .then(noted("v2"), started("v2", 2), scaling(Direction.UP));
    }

    @Test
    void a_revision_that_comes_while_rolling_back_is_tried_after() {
        given(Step.RETREATING).when(targetAsksFor("v3"))
                .then(noted("v3"))
                .when(done())
                .when(elapses(DeadlineKind.DRAIN))
                .then(failedForGood(), started("v3", 2), scaling(Direction.UP));
    }

    @Test
    void post_rollout_hooks_are_called_after_the_end() {
        given(Places.at(Step.GIVING_UP,
                Canaries.hooks(Canaries.hook("post", HookType.POST_ROLLOUT))))
                .when(done())
                .then(scaled(Direction.DOWN), failedForGood(),
                        hooksOrdered(HookType.POST_ROLLOUT, 40))
                .when(hookPasses(HookType.POST_ROLLOUT, "post"))
                .then(hooksPassed(HookType.POST_ROLLOUT, "post"))
                .ordering("status Failed weight=0 failedChecks=0",
                        "Normal Post-rollout check post passed");
    }

    @Test
    void post_rollout_hooks_that_nobody_answers_are_given_up() {
        Told story = given(Places.at(Step.GIVING_UP,
                Canaries.hooks(Canaries.hook("post", HookType.POST_ROLLOUT)))).when(done());
        story.when(elapses(DeadlineKind.REORDER)).then(unanswered("CallHooks", 2, 40));
        story.when(elapses(DeadlineKind.REORDER)).then(unanswered("CallHooks", 3, 40));
        story.when(elapses(DeadlineKind.REORDER))
                .with(it -> assertThat(it.deadlines()).isEmpty());
    }

    @Test
    void post_rollout_hooks_that_are_edited_away_are_forgotten() {
        given(Places.at(Step.GIVING_UP,
                Canaries.hooks(Canaries.hook("post", HookType.POST_ROLLOUT))))
                .when(done())
                .when(canarySays(2, Canaries.podinfo()))
                .when(elapses(DeadlineKind.REORDER))
                .then(hooksPassed(HookType.POST_ROLLOUT))
                .with(it -> assertThat(it.deadlines()).isEmpty());
    }
}
