package dev.fairlead.orchestrator.rollout;

import dev.fairlead.events.definition.HookType;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** A cluster and workers that give each step the answer it hopes for. */
final class Fair {

    private Fair() {}

    static Saying answer(TargetState state) {
        return switch (state.step()) {
            case PREPARING_PRIMARY, PREPARING_TRAFFIC, STANDING_DOWN, RESTARTING, SCALING_UP,
                    SHIFTING, COPYING, ROUTING_BACK, ESCAPING, SCALING_DOWN, RETREATING,
                    GIVING_UP, REVIVING, GIVING_BACK -> Sayings.done();
            case LETTING_GO -> state.pending().what().isEmpty()
                    ? Sayings.canaryIsGone()
                    : Sayings.done();
            case AWAITING_REVIVED -> Sayings.canaryPodsReady(
                    state.revisions().wanted().template().text());
            case AWAITING_PRIMARY, AWAITING_PROMOTED, STRANDED ->
                    Sayings.primaryPodsReady(tried(state));
            case AWAITING_CANARY -> Sayings.canaryPodsReady(tried(state));
            case PRE_ROLLOUT -> passes(state, HookType.PRE_ROLLOUT);
            case ROLLOUT_HOOKS -> passes(state, HookType.ROLLOUT);
            case AWAITING_ROLLOUT_GATE -> passes(state, HookType.CONFIRM_ROLLOUT);
            case AWAITING_TRAFFIC_GATE -> passes(state, HookType.CONFIRM_TRAFFIC_INCREASE);
            case AWAITING_PROMOTION_GATE -> passes(state, HookType.CONFIRM_PROMOTION);
            case IDLE -> passes(state, HookType.POST_ROLLOUT);
            case ANALYSING -> Sayings.passes();
            case RESTING, PRE_ROLLOUT_REST -> Sayings.elapses(DeadlineKind.ANALYSIS);
            case TAKEOVER_DRAIN, PROMOTION_DRAIN, ROLLBACK_DRAIN, REVERT_DRAIN ->
                    Sayings.elapses(DeadlineKind.DRAIN);
            case ROUTING_REST -> Sayings.elapses(DeadlineKind.PROMOTION_STEP);
            case UNREGISTERED, AWAITING_WORKLOAD, PAUSED -> throw new IllegalStateException(
                    "Expected a step that goes on by itself, but it is " + state.step());
        };
    }

    private static Saying passes(TargetState state, HookType type) {
        return Sayings.hookPasses(type, state.definition().hooks(type).getFirst().name());
    }

    private static String tried(TargetState state) {
        return state.isRollingOut() ? state.attempt().revision().template().text()
                : state.revisions().promoted().template().text();
    }
}
