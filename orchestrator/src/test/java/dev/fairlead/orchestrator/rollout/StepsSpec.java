package dev.fairlead.orchestrator.rollout;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Side;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.Sayings.*;
import static dev.fairlead.orchestrator.rollout.Told.given;

/** Which weight follows which. */
class StepsSpec {

    @Test
    void a_step_may_go_beyond_the_most_as_with_flagger() {
        Told story = given(Places.at(Step.RESTING, Canaries.steps(20, 50)));
        passOneStep(story).then(passed(1), shifting(40, Purpose.STEP)).when(done());
        passOneStep(story).then(passed(2), shifting(60, Purpose.STEP)).when(done());
        passOneStep(story).then(passed(3), copying("v2"));
    }

    @Test
    void listed_weights_follow_the_list() {
        Told story = given(Places.at(Step.AWAITING_CANARY, Canaries.stepWeights(5, 30, 60)))
                .when(canaryPodsReady("v2"))
                .then(ready(Side.CANARY, "v2"), canaryReady(), shifting(5, Purpose.STEP))
                .when(done());
        passOneStep(story).then(passed(1), shifting(30, Purpose.STEP)).when(done());
        passOneStep(story).then(passed(2), shifting(60, Purpose.STEP)).when(done());
        passOneStep(story).then(passed(3), copying("v2"));
    }

    @Test
    void after_an_edit_of_the_list_the_next_is_the_first_above_the_weight() {
        Told story = given(Step.RESTING).when(canarySays(2, Canaries.stepWeights(10, 15, 33, 70)))
                .then(revised(2, Canaries.stepWeights(10, 15, 33, 70)))
                .at(Step.RESTING);
        passOneStep(story).then(passed(1), shifting(33, Purpose.STEP));
    }

    @Test
    void an_edit_to_less_than_the_weight_promotes() {
        Told story = given(Step.RESTING).when(canarySays(2, Canaries.stepWeights(5, 15)));
        passOneStep(story).then(passed(1), copying("v2"));
    }

    @Test
    void a_weight_that_stands_is_told() {
        given(Step.SHIFTING).when(done())
                .then(shifted(20))
                .at(Step.RESTING)
                .ordering("status Progressing weight=20 failedChecks=0",
                        "Normal Advance podinfo.test canary weight 20");
    }

    @Test
    void a_route_that_is_seen_as_ordered_stands_before_its_report() {
        given(Step.SHIFTING).when(routeIs(20, "fairlead")).then(shifted(20)).at(Step.RESTING);
    }

    @Test
    void a_route_from_before_the_order_says_nothing() {
        given(Step.SHIFTING).when(routeOfBefore(20)).thenNothing();
    }

    private static Told passOneStep(Told story) {
        return story.when(elapses(DeadlineKind.ANALYSIS)).when(passes());
    }
}
