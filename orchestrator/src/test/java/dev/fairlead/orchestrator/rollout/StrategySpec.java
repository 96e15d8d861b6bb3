package dev.fairlead.orchestrator.rollout;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.HooksOrdered;
import dev.fairlead.events.fact.IterationStarted;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.ShiftTraffic;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Canaries.hook;
import static dev.fairlead.orchestrator.rollout.Sayings.canaryPodsReady;
import static dev.fairlead.orchestrator.rollout.Sayings.canarySays;
import static dev.fairlead.orchestrator.rollout.Sayings.done;
import static dev.fairlead.orchestrator.rollout.Sayings.elapses;
import static dev.fairlead.orchestrator.rollout.Sayings.fails;
import static dev.fairlead.orchestrator.rollout.Sayings.hookFails;
import static dev.fairlead.orchestrator.rollout.Sayings.hookPasses;
import static dev.fairlead.orchestrator.rollout.Sayings.passes;
import static dev.fairlead.orchestrator.rollout.Sayings.routeIs;
import static dev.fairlead.orchestrator.rollout.Sayings.targetAsksFor;
import static org.assertj.core.api.Assertions.assertThat;

/** What comes next without weights, with copies of requests, and with cookies. */
class StrategySpec {

    @Test
    void the_first_iteration_of_blue_green_moves_no_request() {
        Told story = onTrial(Canaries.iterations(2).done());
        assertThat(story.facts()).noneMatch(TrafficShiftOrdered.class::isInstance);
        assertThat(iteration(story)).isEqualTo(1);
        story.at(Step.RESTING);
    }

    @Test
    void all_requests_are_measured_once_more_before_blue_green_is_promoted() {
        Told story = pass(pass(onTrial(Canaries.iterations(2).done())));
        assertThat(shift(story)).isEqualTo(new TrafficShiftOrdered(shift(story).head(),
                Weight.FULL, TrafficShiftOrdered.Purpose.STEP, shift(story).due()));
        assertThat(iteration(story.when(done()))).isEqualTo(3);
        pass(story).at(Step.COPYING);
    }

    @Test
    void a_closed_promotion_gate_leaves_the_count_and_runs_nothing_again() {
        Definition definition = Canaries.iterations(1)
                .hooks(hook("smoke", HookType.PRE_ROLLOUT),
                        hook("promote", HookType.CONFIRM_PROMOTION))
                .done();
        Told story = pass(onTrial(definition).when(hookPasses(HookType.PRE_ROLLOUT, "smoke")))
                .at(Step.AWAITING_PROMOTION_GATE)
                .when(hookFails(HookType.CONFIRM_PROMOTION, "promote", "not yet"));
        for (int i = 0; i < 3; i++) {
            story = pass(story).at(Step.AWAITING_PROMOTION_GATE);
            assertThat(story.facts()).noneMatch(HooksOrdered.class::isInstance);
            assertThat(story.state().attempt().iterations()).isEqualTo(1);
        }
    }

    @Test
    void an_open_promotion_gate_is_asked_once_per_promotion() {
        Told story = pass(onTrial(Canaries.iterations(1)
                .hooks(hook("promote", HookType.CONFIRM_PROMOTION))
                .done())).when(hookPasses(HookType.CONFIRM_PROMOTION, "promote"));
        assertThat(shift(story).canary()).isEqualTo(Weight.FULL);
        pass(story.when(done())).at(Step.COPYING);
    }

    @Test
    void a_blue_green_that_fails_gives_all_requests_back() {
        Told story = pass(onTrial(Canaries.iterations(1).done())).when(done());
        story = fail(fail(story));
        story.at(Step.RETREATING);
        assertThat(story.state().standing().route().canary()).isEqualTo(Weight.ZERO);
    }

    @Test
    void a_newer_revision_counts_from_the_begin() {
        Told story = pass(onTrial(Canaries.iterations(3).done()));
        assertThat(story.state().attempt().iterations()).isEqualTo(2);
        story = story.when(targetAsksFor("v3")).when(done()).when(done());
        assertThat(iteration(story.when(canaryPodsReady("v3")))).isEqualTo(1);
    }

    @Test
    void more_iterations_are_made_when_the_canary_asks_for_more() {
        Told story = pass(onTrial(Canaries.iterations(2).done()))
                .when(canarySays(2, Canaries.iterations(4).done()));
        assertThat(iteration(pass(story))).isEqualTo(3);
    }

    @Test
    void requests_of_an_ab_test_see_the_canary_before_the_first_measurement() {
        Told story = onTrial(abTest());
        assertThat(shift(story).canary()).isEqualTo(Weight.FULL);
        assertThat(iteration(story.when(done()))).isEqualTo(1);
        assertThat(iteration(pass(story))).isEqualTo(2);
        pass(story).at(Step.COPYING);
    }

    @Test
    void requests_are_copied_before_the_first_weight() {
        Told story = onTrial(Canaries.weights(20, 40).mirrored(0).done());
        assertThat(shift(story).mirrored()).isTrue();
        assertThat(shift(story).canary()).isEqualTo(Weight.ZERO);
        story = pass(story.when(done()));
        assertThat(shift(story).mirrored()).isFalse();
        assertThat(shift(story).canary()).isEqualTo(Weight.of(20));
    }

    @Test
    void copies_that_somebody_else_ended_are_ordered_again() {
        Told story = onTrial(Canaries.iterations(3).mirrored(0).done()).when(done())
                .when(routeIs(0, "kubectl-edit"));
        assertThat(shift(story).purpose()).isEqualTo(TrafficShiftOrdered.Purpose.REPAIR);
        assertThat(prepares(story)).allMatch(PrepareTarget::mirrored);
    }

    @Test
    void a_rollback_ends_copies_too() {
        Told story = onTrial(Canaries.iterations(3).mirrored(0).done()).when(done());
        assertThat(shifts(fail(fail(story)))).noneMatch(ShiftTraffic::mirrored);
    }

    @Test
    void users_of_the_primary_are_drawn_anew_with_each_step_and_those_of_the_canary_stay() {
        Told story = onTrial(Canaries.weights(20, 40).keepingUsers().done());
        var first = shifts(story).getFirst().cookies();
        var second = shifts(pass(story.when(done()))).getFirst().cookies();
        assertThat(second.canary()).isEqualTo(first.canary()).startsWith("canary-cookie=");
        assertThat(second.primary()).isNotEqualTo(first.primary()).startsWith("primary-cookie=");
    }

    @Test
    void the_cookie_is_ended_until_another_rollout_gives_one() {
        Definition definition = Canaries.weights(20, 40).keepingUsers().done();
        Told story = onTrial(definition);
        String given = shifts(story).getFirst().cookies().canary();
        story = fail(fail(story.when(done())));
        assertThat(shifts(story).getFirst().cookies().ended()).isEqualTo(given);
        story = story.when(done()).when(elapses(DeadlineKind.DRAIN)).when(done());
        story = story.when(targetAsksFor("v3")).when(done()).when(routeIs(7, "kubectl-edit"));
        assertThat(prepares(story)).allMatch(it -> it.cookies().ended().equals(given));
        story = story.when(canaryPodsReady("v3"));
        assertThat(shifts(story).getFirst().cookies().canary()).isNotEqualTo(given);
    }

    @Test
    void plain_services_get_ten_iterations_and_a_warning_each() {
        Told story = onTrial(Canaries.weights(20, 40).provider("kubernetes").done());
        assertThat(OrderLines.of(story.orders())).contains(
                "Warning Progressive traffic is not supported when using the kubernetes provider",
                "Warning Setting canaryAnalysis.iterations: 10",
                "Normal Advance podinfo.test canary iteration 1/10");
    }

    private static Definition abTest() {
        return Canaries.iterations(2).matching("x-canary", "insider").done();
    }

    /** The canary has its pods just now. */
    private static Told onTrial(Definition definition) {
        return Told.given(Places.at(Step.AWAITING_CANARY, definition))
                .when(canaryPodsReady("v2"));
    }

    private static Told pass(Told story) {
        return story.when(elapses(DeadlineKind.ANALYSIS)).when(passes());
    }

    private static Told fail(Told story) {
        return story.when(elapses(DeadlineKind.ANALYSIS)).when(fails(Places.HALT));
    }

    private static int iteration(Told story) {
        return only(story.facts(), IterationStarted.class).number();
    }

    private static TrafficShiftOrdered shift(Told story) {
        return only(story.facts(), TrafficShiftOrdered.class);
    }

    private static List<ShiftTraffic> shifts(Told story) {
        return orders(story, ShiftTraffic.class);
    }

    private static List<PrepareTarget> prepares(Told story) {
        return orders(story, PrepareTarget.class);
    }

    private static <T extends RolloutFact> T only(List<RolloutFact> facts, Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static <T extends Order> List<T> orders(Told story, Class<T> type) {
        List<T> found = story.orders()
                .stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found).isNotEmpty();
        return found;
    }
}
