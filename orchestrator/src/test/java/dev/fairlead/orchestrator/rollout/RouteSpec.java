package dev.fairlead.orchestrator.rollout;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The log says what a route must be, not the mesh. */
class RouteSpec {

    @Test
    void a_foreign_edit_is_recorded_and_put_right() {
        given(Step.RESTING).when(routeIs(70, "kubectl-edit"))
                .then(drifted(20, 70, "kubectl-edit"), shifting(20, Purpose.REPAIR))
                .at(Step.RESTING)
                .ordering("prepare TRAFFIC v1 canary=20", "prepare PRIMARY v1 canary=20");
    }

    @Test
    void the_place_in_the_rollout_is_kept() {
        given(Step.RESTING).when(routeIs(70, "kubectl-edit"))
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(analysing(1))
                .when(passes())
                .then(passed(1), shifting(40, Purpose.STEP));
    }

    @Test
    void a_repair_that_nobody_answers_is_ordered_again_whatever_the_step() {
        given(Step.RESTING).when(routeIs(70, "kubectl-edit"))
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(elapses(DeadlineKind.REPAIR))
                .then(shifting(20, Purpose.REPAIR))
                .at(Step.ANALYSING);
    }

    @Test
    void a_repair_that_stands_is_not_ordered_again() {
        Told story = given(Step.RESTING).when(routeIs(70, "kubectl-edit"));
        long version = story.state().standing().route().version();
        story.when(done("PrepareTarget", version))
                .then(routed(20))
                .with(it -> assertThat(it.deadlines())
                        .noneMatch(deadline -> deadline.kind() == DeadlineKind.REPAIR));
    }

    @Test
    void a_repair_that_stands_is_told_to_nobody() {
        Told story = given(Step.RESTING).when(routeIs(70, "kubectl-edit"));
        long version = story.state().standing().route().version();
        story.when(done("PrepareTarget", version)).then(routed(20)).ordering();
    }

    @Test
    void only_the_answer_about_the_route_confirms_it() {
        given(Step.RESTING).when(routeIs(70, "kubectl-edit"))
                .when(secondDone("PrepareTarget"))
                .thenNothing();
    }

    @Test
    void a_route_written_over_before_the_router_has_told_is_put_right_as_well() {
        given(Step.SHIFTING).when(routeIs(70, "kubectl-edit"))
                .then(shifted(20), drifted(20, 70, "kubectl-edit"), shifting(20, Purpose.REPAIR))
                .at(Step.RESTING);
    }

    @Test
    void a_route_as_ordered_is_no_news() {
        given(Step.RESTING).when(routeIs(20, "fairlead")).thenNothing();
    }

    @Test
    void a_route_from_before_the_newest_order_is_no_drift() {
        given(Step.RESTING).when(routeOfBefore(0)).thenNothing();
    }

    @Test
    void a_lost_object_is_made_again_with_the_ordered_weight() {
        given(Step.RESTING).when(objectIsLost("VirtualService", "podinfo"))
                .then(shifting(20, Purpose.REPAIR));
    }

    @Test
    void an_idle_target_is_put_right_too() {
        given(Step.IDLE).when(routeIs(30, "kubectl-edit"))
                .then(drifted(0, 30, "kubectl-edit"), shifting(0, Purpose.REPAIR));
    }

    @Test
    void before_the_primary_is_ready_no_route_is_written() {
        given(Step.AWAITING_PRIMARY).when(routeIs(30, "kubectl-edit")).thenNothing();
    }

    @Test
    void a_route_that_is_missing_at_a_step_is_made_with_the_weight() {
        given(Step.SHIFTING).when(refusedAs(Reason.MISSING, "VirtualService podinfo not found"))
                .then(refused("ShiftTraffic", Reason.MISSING, "VirtualService podinfo not found",
                        2, 1), shifting(20, Purpose.REPAIR))
                .at(Step.SHIFTING);
    }
}
