package dev.fairlead.orchestrator.rollout;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.definition.Policies.GateDefault;
import dev.fairlead.events.fact.GateOpened.By;
import dev.fairlead.events.fact.RollbackOrdered.Cause;
import dev.fairlead.events.fact.RolloutHeld.Hold;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.People.WHY;
import static dev.fairlead.orchestrator.rollout.PeopleFacts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Gates: who is asked, how often, and what an answer does. */
class GateSpec {

    private static final int TWO_HOURS = (int) Duration.ofHours(2).toSeconds();

    @Test
    void a_revision_is_not_scaled_up_before_people_agree() {
        given(Places.at(Step.IDLE, Canaries.gate(HookType.CONFIRM_ROLLOUT)))
                .when(targetAsksFor("v2"))
                .then(noted("v2"), proposed("v2", 1), hooksOrdered(HookType.CONFIRM_ROLLOUT, 40))
                .ordering("status Initialized weight=0 failedChecks=0",
                        "hooks confirm-rollout [gate]")
                .when(hookPasses(HookType.CONFIRM_ROLLOUT, "gate"))
                .then(gateOpened(HookType.CONFIRM_ROLLOUT, "gate"), started("v2", 1),
                        scaling(Direction.UP))
                .ordering("status Initialized weight=0 failedChecks=0",
                        "Normal Confirm-rollout check gate passed",
                        "status Progressing weight=0 failedChecks=0",
                        "Normal New revision detected! Scaling up podinfo.test",
                        "alert INFO New revision detected, progressing canary analysis.",
                        "scale UP");
    }

    @Test
    void people_are_told_of_the_first_refusal_and_not_of_the_next() {
        given(Places.at(Step.IDLE, Canaries.gate(HookType.CONFIRM_ROLLOUT)))
                .when(targetAsksFor("v2"))
                .when(hookFails(HookType.CONFIRM_ROLLOUT, "gate", "closed"))
                .then(gateRefused(HookType.CONFIRM_ROLLOUT, "gate", "closed", false))
                .ordering("status Waiting weight=0 failedChecks=0",
                        "Warning Halt podinfo.test advancement waiting for approval gate",
                        "alert WARN Canary is waiting for approval.",
                        "hooks confirm-rollout [gate]")
                .when(hookFails(HookType.CONFIRM_ROLLOUT, "gate", "closed"))
                .then(gateRefused(HookType.CONFIRM_ROLLOUT, "gate", "closed", true))
                .ordering("hooks confirm-rollout [gate]");
    }

    @Test
    void a_closed_gate_is_asked_once_in_each_interval_and_told_about_once_a_minute() {
        var told = given(Places.gated(Step.AWAITING_PROMOTION_GATE))
                .when(hookFails(HookType.CONFIRM_PROMOTION, "promote", "closed"));
        assertThat(told.orders().getLast()).isInstanceOfSatisfying(CallHooks.class, order -> {
            assertThat(order.every()).isEqualTo(Canaries.INTERVAL);
            assertThat(order.calls()).isEqualTo(6);
        });
    }

    @Test
    void a_gate_that_nobody_answers_for_is_asked_anew() {
        given(Places.gated(Step.AWAITING_ROLLOUT_GATE)).when(elapses(DeadlineKind.GATE))
                .then(hooksOrdered(HookType.CONFIRM_ROLLOUT, 40));
    }

    @Test
    void a_newer_revision_takes_the_place_of_the_one_that_waits() {
        given(Places.gated(Step.AWAITING_ROLLOUT_GATE)).when(targetAsksFor("v3"))
                .then(proposed("v3", 1), hooksOrdered(HookType.CONFIRM_ROLLOUT, 40))
                .when(hookPasses(HookType.CONFIRM_ROLLOUT, "ask"))
                .then(gateOpened(HookType.CONFIRM_ROLLOUT, "ask"), started("v3", 1),
                        scaling(Direction.UP));
    }

    @Test
    void a_target_that_goes_back_while_people_are_waited_for_is_not_promoted() {
        given(Places.gated(Step.AWAITING_ROLLOUT_GATE)).when(targetAsksFor("v1"))
                .at(Step.RETREATING)
                .when(done())
                .when(elapses(DeadlineKind.DRAIN))
                .when(done())
                .then(scaled(Direction.DOWN), withdrawn())
                .at(Step.IDLE);
    }

    @Test
    void what_is_given_up_before_it_began_is_not_proposed_again() {
        given(Places.gated(Step.AWAITING_ROLLOUT_GATE)).when(People.abort())
                .when(done())
                .when(elapses(DeadlineKind.DRAIN))
                .when(done())
                .then(scaled(Direction.DOWN), failedForGood())
                .at(Step.IDLE);
    }

    @Test
    void each_weight_waits_for_its_gate_and_measuring_goes_on() {
        given(Places.at(Step.ANALYSING, Canaries.gate(HookType.CONFIRM_TRAFFIC_INCREASE)))
                .when(passes())
                .then(passed(1), hooksOrdered(HookType.CONFIRM_TRAFFIC_INCREASE, 40),
                        waiting(Hold.CONFIRM_TRAFFIC_INCREASE))
                .when(hookFails(HookType.CONFIRM_TRAFFIC_INCREASE, "gate", "closed"))
                .ordering("status Progressing weight=20 failedChecks=0",
                        "Warning Halt podinfo.test advancement waiting for traffic increase"
                                + " approval gate",
                        "alert WARN Canary traffic increase is waiting for approval.",
                        "hooks confirm-traffic-increase [gate]")
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(analysing(2))
                .when(hookPasses(HookType.CONFIRM_TRAFFIC_INCREASE, "gate"))
                .then(gateOpened(HookType.CONFIRM_TRAFFIC_INCREASE, "gate"))
                .when(passes())
                .then(passed(2), shifting(40, Purpose.STEP))
                .with(state -> assertThat(state.gates()).isEmpty());
    }

    @Test
    void a_promotion_waits_for_its_gate_and_its_failures_count() {
        given(Places.at(Step.ANALYSING, Canaries.gate(HookType.CONFIRM_PROMOTION))).when(passes())
                .then(passed(1), shifting(40, Purpose.STEP))
                .when(done())
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(passes())
                .then(passed(2), hooksOrdered(HookType.CONFIRM_PROMOTION, 40),
                        waiting(Hold.CONFIRM_PROMOTION))
                .when(hookFails(HookType.CONFIRM_PROMOTION, "gate", "closed"))
                .ordering("status WaitingPromotion weight=0 failedChecks=0",
                        "Warning Halt podinfo.test advancement waiting for promotion approval"
                                + " gate",
                        "alert WARN Canary promotion is waiting for approval.",
                        "hooks confirm-promotion [gate]")
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(fails(Places.HALT))
                .then(failed(3, Places.HALT, 1))
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(passes())
                .then(passed(4), waiting(Hold.CONFIRM_PROMOTION))
                .when(People.approve("confirm-promotion"))
                .then(gateOpenedBy(By.PERSON, HookType.CONFIRM_PROMOTION, WHY), copying("v2"));
    }

    @Test
    void a_gate_that_a_person_has_shut_is_opened_by_a_person_alone() {
        given(Places.gated(Step.AWAITING_PROMOTION_GATE)).when(People.reject("confirm-promotion"))
                .then(gateShut(HookType.CONFIRM_PROMOTION, WHY))
                .ordering("status WaitingPromotion weight=0 failedChecks=0",
                        "Warning Shutting confirm-promotion of podinfo.test " + WHY,
                        "alert WARN Canary promotion is waiting for approval.")
                .when(hookPasses(HookType.CONFIRM_PROMOTION, "promote"))
                .thenNothing()
                .when(People.reject(""))
                .then(turnedDown("RejectGate", "AlreadyShut", "Expected a gate that its hooks may"
                        + " open, but a person has shut confirm-promotion"))
                .when(People.approve(""))
                .then(gateOpenedBy(By.PERSON, HookType.CONFIRM_PROMOTION, WHY), copying("v2"));
    }

    @Test
    void rollback_hooks_are_asked_from_the_first_pods_on_and_move_the_requests_first() {
        given(Places.at(Step.AWAITING_CANARY, Canaries.gate(HookType.ROLLBACK)))
                .when(canaryPodsReady("v2"))
                .then(ready(dev.fairlead.events.Side.CANARY, "v2"), canaryReady(),
                        hooksOrdered(HookType.ROLLBACK, 40), shifting(20, Purpose.STEP))
                .when(hookFails(HookType.ROLLBACK, "gate", "no"))
                .then(gateRefused(HookType.ROLLBACK, "gate", "no", false))
                .ordering("status Progressing weight=0 failedChecks=0",
                        "Normal Rollback hook gate not signaling a rollback",
                        "hooks rollback [gate]")
                .when(done())
                .when(hookPasses(HookType.ROLLBACK, "gate"))
                .then(gateOpened(HookType.ROLLBACK, "gate"),
                        rollingBack(Cause.HOOK, "Rollback check gate passed"))
                .ordering("route canary=0", "status Progressing weight=20 failedChecks=0",
                        "Warning Rollback check gate passed",
                        "Warning Rolling back podinfo.test manual webhook invoked",
                        "alert WARN Rolling back manual webhook invoked");
    }

    @Test
    void rollback_hooks_are_asked_while_people_are_waited_for() {
        given(Places.gated(Step.AWAITING_ROLLOUT_GATE))
                .when(hookFails(HookType.CONFIRM_ROLLOUT, "ask", "closed"))
                .then(gateRefused(HookType.CONFIRM_ROLLOUT, "ask", "closed", false),
                        hooksOrdered(HookType.ROLLBACK, 40))
                .when(hookPasses(HookType.ROLLBACK, "back"))
                .at(Step.RETREATING);
    }

    @Test
    void people_are_reminded_of_a_gate_that_stays_closed() {
        given(Places.at(Step.AWAITING_ROLLOUT_GATE,
                Canaries.gateTimeout(HookType.CONFIRM_ROLLOUT, GateDefault.REMIND)))
                .when(elapses(DeadlineKind.GATE_TIMEOUT))
                .then(gateOverdue(HookType.CONFIRM_ROLLOUT, Told.NOON, TWO_HOURS))
                .ordering("status Initialized weight=0 failedChecks=0",
                        "Warning Halt podinfo.test advancement waiting for approval since "
                                + Told.NOON,
                        "alert WARN Canary is waiting for approval.")
                .at(Step.AWAITING_ROLLOUT_GATE);
    }

    @Test
    void a_gate_that_stays_closed_ends_or_opens_as_the_canary_says() {
        given(Places.at(Step.AWAITING_TRAFFIC_GATE,
                Canaries.gateTimeout(HookType.CONFIRM_TRAFFIC_INCREASE, GateDefault.ROLLBACK)))
                .when(elapses(DeadlineKind.GATE_TIMEOUT))
                .at(Step.RETREATING);
        given(Places.at(Step.AWAITING_TRAFFIC_GATE,
                Canaries.gateTimeout(HookType.CONFIRM_TRAFFIC_INCREASE, GateDefault.OPEN)))
                .when(elapses(DeadlineKind.GATE_TIMEOUT))
                .at(Step.SHIFTING);
    }

    @Test
    void a_gate_that_the_canary_does_not_name_any_more_holds_nothing() {
        given(Places.gated(Step.AWAITING_PROMOTION_GATE))
                .when(canarySays(2, Canaries.podinfo()))
                .then(revised(2, Canaries.podinfo()), copying("v2"));
    }

    @Test
    void without_analysis_the_revision_is_promoted_as_soon_as_its_pods_are_ready() {
        given(Places.at(Step.AWAITING_CANARY, Canaries.skippingAnalysis()))
                .when(canaryPodsReady("v2"))
                .then(ready(dev.fairlead.events.Side.CANARY, "v2"), canaryReady(), copying("v2"));
        given(Places.at(Step.SCALING_DOWN, Canaries.skippingAnalysis())).when(done())
                .ordering("status Succeeded weight=0 failedChecks=0",
                        "Normal Promotion completed! Canary analysis was skipped for podinfo.test",
                        "alert INFO Canary analysis was skipped, promotion finished.");
    }

    @Test
    void every_kubernetes_event_is_told_to_the_event_hooks_after_the_route() {
        given(Places.at(Step.ANALYSING, Canaries.gate(HookType.EVENT))).when(People.abort())
                .ordering("route canary=0", "status Progressing weight=20 failedChecks=0",
                        "Warning Rolling back podinfo.test " + WHY, "hooks event [gate]",
                        "alert WARN Rolling back " + WHY);
    }
}
