package dev.fairlead.orchestrator.rollout;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Tree;
import dev.fairlead.events.fact.PrimaryRecorded;
import dev.fairlead.events.fact.RemakeRefused;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A primary that is lost is made again of what was promoted, never of what the target is by then. */
class RemakeSpec {

    private static final Blueprint V1 = blueprint("v1");
    private static final Blueprint V2 = blueprint("v2");
    private static final String GONE = "secret podinfo-primary.test is gone";

    @Test
    void what_the_first_primary_was_made_of_is_kept() {
        given(Step.PREPARING_PRIMARY).when(doneWith(V1))
                .then(primaryMade("v1"), recorded(V1))
                .with(state -> assertThat(state.standing().blueprint()).isEqualTo(V1));
    }

    @Test
    void what_was_promoted_takes_its_place() {
        given(Step.COPYING).when(doneWith(V2)).then(copied("v2"), recorded(V2));
    }

    @Test
    void one_that_is_too_large_to_be_told_is_not_kept() {
        given(Step.COPYING).when(doneWith(Blueprint.NONE)).then(copied("v2"));
    }

    @Test
    void a_lost_primary_is_made_again_by_it() {
        withPrimaryOfV2().when(objectIsLost("Deployment", "podinfo-primary"))
                .then(shifting(20, Purpose.REPAIR))
                .ordering("prepare TRAFFIC v2 canary=20 by blueprint",
                        "prepare PRIMARY v2 canary=20 by blueprint");
    }

    @Test
    void a_target_that_is_prepared_anew_forgets_it() {
        given(Step.IDLE).when(canarySays(2, Canaries.onPort(8080)))
                .ordering("status Initialized weight=0 failedChecks=0",
                        "prepare PRIMARY v1 canary=0");
    }

    @Test
    void what_cannot_be_made_again_is_told_and_tried_again_whatever_the_step() {
        given(Step.RESTING).when(objectIsLost("Deployment", "podinfo-primary"))
                .when(remakeIsRefused(Reason.MISSING, GONE))
                .then(refusedRemake())
                .ordering("status Progressing weight=20 failedChecks=0", "Warning " + GONE)
                .when(elapses(DeadlineKind.ANALYSIS))
                .when(elapses(DeadlineKind.REMAKE))
                .then(shifting(20, Purpose.REPAIR))
                .at(Step.ANALYSING)
                .with(state -> assertThat(state.deadlines())
                        .noneMatch(it -> it.kind() == DeadlineKind.REMAKE));
    }

    @Test
    void a_namespace_that_is_being_deleted_is_left_alone() {
        String goes = "HTTP 403: NamespaceTerminating: no new content";
        given(Step.RESTING).when(objectIsLost("Deployment", "podinfo-primary"))
                .when(remakeIsRefused(Reason.NAMESPACE_TERMINATING, goes))
                .then(Phrase.one(now -> new RemakeRefused(now.head(),
                        Reason.NAMESPACE_TERMINATING, goes, now.in(Duration.ofHours(1)))))
                .ordering("status Progressing weight=20 failedChecks=0", "Warning " + goes);
    }

    @Test
    void while_a_target_is_initialized_its_own_order_is_repeated_instead() {
        given(Step.AWAITING_PRIMARY).when(remakeIsRefused(Reason.MISSING, GONE)).thenNothing();
    }

    /** Requests go back in steps, so that the route still has a share for the canary. */
    private static Told withPrimaryOfV2() {
        return given(Places.at(Step.COPYING, Canaries.promotedBySteps(20))).when(doneWith(V2))
                .when(primaryPodsReady("v2"));
    }

    private static Blueprint blueprint(String revision) {
        return new Blueprint(new Tree(Map.of("spec", Map.of("image", revision))), Map.of());
    }

    private static Phrase recorded(Blueprint blueprint) {
        return Phrase.one(now -> new PrimaryRecorded(now.head(), blueprint));
    }

    private static Phrase refusedRemake() {
        return Phrase.one(now -> new RemakeRefused(now.head(), Reason.MISSING, GONE,
                now.in(Duration.ofSeconds(30))));
    }
}
