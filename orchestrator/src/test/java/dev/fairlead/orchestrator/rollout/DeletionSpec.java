package dev.fairlead.orchestrator.rollout;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.Side;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Deletions.canaryIsBeingDeleted;
import static dev.fairlead.orchestrator.rollout.Deletions.reverted;
import static dev.fairlead.orchestrator.rollout.Deletions.reverting;
import static dev.fairlead.orchestrator.rollout.Deletions.stalled;
import static dev.fairlead.orchestrator.rollout.Deletions.terminating;
import static dev.fairlead.orchestrator.rollout.Facts.draining;
import static dev.fairlead.orchestrator.rollout.Facts.ready;
import static dev.fairlead.orchestrator.rollout.Facts.removed;
import static dev.fairlead.orchestrator.rollout.Facts.scaled;
import static dev.fairlead.orchestrator.rollout.Facts.scaling;
import static dev.fairlead.orchestrator.rollout.Sayings.canaryIsGone;
import static dev.fairlead.orchestrator.rollout.Sayings.canaryPods;
import static dev.fairlead.orchestrator.rollout.Sayings.canaryPodsReady;
import static dev.fairlead.orchestrator.rollout.Sayings.canarySays;
import static dev.fairlead.orchestrator.rollout.Sayings.done;
import static dev.fairlead.orchestrator.rollout.Sayings.elapses;
import static dev.fairlead.orchestrator.rollout.Sayings.objectIsLost;
import static dev.fairlead.orchestrator.rollout.Sayings.refusedAs;
import static dev.fairlead.orchestrator.rollout.Sayings.routeIs;
import static dev.fairlead.orchestrator.rollout.Sayings.targetAsksFor;
import static dev.fairlead.orchestrator.rollout.Sayings.workloadIsMissing;
import static dev.fairlead.orchestrator.rollout.Told.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A Canary goes, with and without {@code spec.revertOnDeletion}. */
class DeletionSpec {

    private static final String WAITS = "canary deployment podinfo.test not ready: waiting";

    @Test
    void the_target_serves_by_itself_before_the_canary_is_let_go() {
        given(Places.at(Step.IDLE, Canaries.reverting())).when(canaryIsBeingDeleted())
                .then(terminating(), scaling(Direction.UP))
                .ordering("status Terminating weight=0 failedChecks=0",
                        "Normal Terminating canary podinfo.test", "scale UP")
                .when(done())
                .then(scaled(Direction.UP))
                .when(canaryPodsReady("v1"))
                .then(ready(Side.CANARY, "v1"), reverting(true))
                .ordering("revert adopted=true")
                .when(done())
                .then(reverted(true), draining())
                .when(elapses(DeadlineKind.DRAIN))
                .then(reverting(false))
                .ordering("revert adopted=false")
                .when(done())
                .then(reverted(false))
                .ordering("status Terminating weight=0 failedChecks=0",
                        "Normal Terminated canary podinfo.test")
                .when(canaryIsGone())
                .then(removed())
                .ordering();
    }

    @Test
    void a_canary_seen_to_be_gone_before_the_router_says_so_was_let_go_all_the_same() {
        given(Places.at(Step.REVERT_DRAIN, Canaries.reverting()))
                .when(elapses(DeadlineKind.DRAIN))
                .then(reverting(false))
                .when(canaryIsGone())
                .then(reverted(false), removed())
                .ordering("status Terminating weight=0 failedChecks=0",
                        "Normal Terminated canary podinfo.test");
    }

    @Test
    void a_canary_that_goes_in_mid_rollout_is_given_back_as_well() {
        given(Places.at(Step.ANALYSING, Canaries.reverting())).when(canaryIsBeingDeleted())
                .then(terminating(), scaling(Direction.UP))
                .with(state -> assertThat(state.isRollingOut()).isFalse())
                .when(done())
                .then(scaled(Direction.UP), reverting(true));
    }

    @Test
    void a_target_that_does_not_get_ready_takes_no_request() {
        given(Places.at(Step.AWAITING_REVIVED, Canaries.reverting()))
                .when(canaryPods("v1", Verdict.WAITING, WAITS))
                .at(Step.AWAITING_REVIVED)
                .when(elapses(DeadlineKind.READINESS))
                .then(stalled(WAITS))
                .ordering("status Terminating weight=0 failedChecks=0", "Warning " + WAITS)
                .when(canaryPodsReady("v1"))
                .then(ready(Side.CANARY, "v1"), reverting(true));
    }

    @Test
    void a_target_that_is_gone_keeps_nobody_from_going() {
        given(Places.at(Step.AWAITING_REVIVED, Canaries.reverting()))
                .when(workloadIsMissing("podinfo.test not found"))
                .then(reverting(false))
                .when(workloadIsMissing("podinfo.test not found"))
                .thenNothing();
        given(Places.at(Step.REVIVING, Canaries.reverting()))
                .when(refusedAs(Reason.MISSING, "podinfo.test not found"))
                .then(reverting(false));
    }

    @Test
    void without_reverting_a_canary_that_is_held_is_let_go_at_once_and_in_silence() {
        given(Step.IDLE).when(canaryIsBeingDeleted())
                .then(reverting(false))
                .ordering("revert adopted=false")
                .when(done())
                .then(reverted(false))
                .ordering();
    }

    @Test
    void nothing_is_repaired_or_tried_while_the_canary_goes() {
        given(Places.at(Step.GIVING_BACK, Canaries.reverting()))
                .when(routeIs(100, "kubectl-edit"))
                .thenNothing()
                .when(objectIsLost("VirtualService", "podinfo"))
                .thenNothing()
                .when(canaryIsBeingDeleted())
                .thenNothing()
                .when(targetAsksFor("v2"))
                .at(Step.GIVING_BACK);
    }

    @Test
    void the_finalizer_follows_an_edit() {
        Told story = given(Step.IDLE).when(canarySays(2, Canaries.reverting()));
        assertThat(story.facts()).anyMatch(TrafficShiftOrdered.class::isInstance);
    }
}
