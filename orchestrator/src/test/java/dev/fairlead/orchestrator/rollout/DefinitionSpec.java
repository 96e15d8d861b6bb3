package dev.fairlead.orchestrator.rollout;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Life;
import dev.fairlead.events.definition.Problem;
import dev.fairlead.events.fact.RollbackOrdered.Cause;
import dev.fairlead.events.fact.RolloutSuperseded.Next;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What the Canary says, edits and refusals included. */
class DefinitionSpec {

    private static final Problem BAD = new Problem("spec.analysis.interval", "soon",
            "spec.analysis.interval: expected a duration such as 1m, but got \"soon\"");

    @Test
    void a_refused_one_keeps_the_last_valid_one() {
        given(Step.RESTING).when(canaryIsRefused(2, BAD))
                .then(rejected(2, BAD))
                .at(Step.RESTING)
                .with(it -> assertThat(it.definition()).isEqualTo(Canaries.podinfo()))
                .ordering("status Progressing weight=20 failedChecks=0",
                        "Warning " + BAD.message())
                .when(elapses(DeadlineKind.ANALYSIS))
                .then(analysing(1));
    }

    @Test
    void the_same_refusal_is_told_once() {
        given(Step.RESTING).when(canaryIsRefused(2, BAD))
                .when(canaryIsRefused(3, BAD))
                .thenNothing();
    }

    @Test
    void a_first_one_that_is_refused_is_told_and_nothing_begins() {
        given().when(canaryIsRefused(1, BAD))
                .then(rejected(1, BAD))
                .at(Step.UNREGISTERED)
                .when(targetAsksFor("v1"))
                .thenNothing()
                .when(canarySays(2, Canaries.podinfo()))
                .then(registered(LIFE, 2, Canaries.podinfo()));
    }

    @Test
    void a_valid_one_after_a_refusal_is_in_force() {
        given(Step.IDLE).when(canaryIsRefused(2, BAD))
                .when(canarySays(3, Canaries.podinfo()))
                .then(revised(3, Canaries.podinfo()));
    }

    @Test
    void an_older_one_changes_nothing() {
        given(Step.IDLE).when(canarySays(3, Canaries.threshold(1)))
                .when(canarySays(2, Canaries.podinfo()))
                .thenNothing();
    }

    @Test
    void a_repeated_one_changes_nothing() {
        given(Step.IDLE).when(canarySays(1, Canaries.podinfo())).thenNothing();
    }

    @Test
    void a_threshold_counts_from_the_next_analysis() {
        given(Step.ANALYSING).when(canarySays(2, Canaries.threshold(1)))
                .then(revised(2, Canaries.threshold(1)))
                .at(Step.ANALYSING)
                .when(fails(Places.HALT))
                .then(failed(1, Places.HALT, 1), rollingBack(Cause.CHECKS, Places.HALT));
    }

    @Test
    void a_routing_field_is_written_at_once_with_the_ordered_weight() {
        given(Step.RESTING).when(canarySays(2, Canaries.withTimeout("15s")))
                .then(revised(2, Canaries.withTimeout("15s")), shifting(20, Purpose.REPAIR))
                .at(Step.RESTING);
    }

    @Test
    void another_port_ends_the_rollout_and_prepares_anew() {
        given(Step.RESTING).when(canarySays(2, Canaries.onPort(8080)))
                .then(deferred(2, Canaries.onPort(8080)),
                        superseded("v2", Next.PREPARE, Places.REPLACED))
                .ordering("status Progressing weight=20 failedChecks=0", "route canary=0")
                .when(done())
                .when(elapses(DeadlineKind.DRAIN))
                .when(done())
                .then(scaled(Direction.DOWN), withdrawn(), revised(2, Canaries.onPort(8080)),
                        preparing(Stage.PRIMARY, "v2"));
    }

    @Test
    void another_strategy_ends_the_rollout_too() {
        given(Step.RESTING).when(canarySays(2, Canaries.blueGreen()))
                .then(deferred(2, Canaries.blueGreen()),
                        superseded("v2", Next.PREPARE, Places.REPLACED));
    }

    @Test
    void a_rollback_under_way_stays_a_rollback() {
        given(Step.ROLLBACK_DRAIN).when(canarySays(2, Canaries.onPort(8080)))
                .then(deferred(2, Canaries.onPort(8080)))
                .at(Step.ROLLBACK_DRAIN)
                .when(elapses(DeadlineKind.DRAIN))
                .when(done())
                .then(scaled(Direction.DOWN), failedForGood(),
                        revised(2, Canaries.onPort(8080)), preparing(Stage.PRIMARY, "v2"));
    }

    @Test
    void an_idle_target_is_prepared_anew_at_once() {
        given(Step.IDLE).when(canarySays(2, Canaries.onPort(8080)))
                .then(revised(2, Canaries.onPort(8080)), preparing(Stage.PRIMARY, "v1"));
    }

    @Test
    void the_pods_of_another_workload_are_waited_for() {
        given(Step.IDLE).when(canarySays(2, Canaries.ofWorkload("other")))
                .when(done())
                .at(Step.AWAITING_PRIMARY);
    }

    @Test
    void a_deleted_canary_is_forgotten() {
        given(Step.RESTING).when(canaryIsGone())
                .then(removed())
                .at(Step.UNREGISTERED)
                .with(it -> assertThat(it.deadlines()).isEmpty())
                .when(targetAsksFor("v3"))
                .thenNothing();
    }

    @Test
    void a_canary_that_the_watcher_does_not_know_when_asked_is_deleted() {
        given(Step.RESTING).when(canaryIsNotKnown()).then(removed()).at(Step.UNREGISTERED);
    }

    @Test
    void a_canary_made_again_is_another_life() {
        Life second = new Life("uid-2");
        given(Step.RESTING).when(canarySays(second, 1, Canaries.podinfo()))
                .then(removed(), registered(second, 1, Canaries.podinfo()))
                .at(Step.AWAITING_WORKLOAD)
                .when(targetAsksFor("v3"))
                .thenNothing();
    }

    @Test
    void the_numbers_of_rollouts_only_grow_across_lives() {
        given(Places.at(Step.RESTING), removed(), registered(Canaries.podinfo()))
                .with(it -> assertThat(it.standing().rollouts()).isEqualTo(1));
    }
}
