package dev.fairlead.orchestrator.rollout.state;

import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.Standing.Route;

/** Says in one sentence what a target waits for, and what happens next. */
final class Why {

    private Why() {}

    static String of(TargetState state) {
        String trouble = state.standing().shown().trouble();
        String wait = waiting(state);
        return wait + " since " + state.since() + beside(state) + until(state)
                + (trouble.isEmpty() ? "." : "; last trouble: " + trouble);
    }

    /** A pause that has not come into effect, for the weight would not rise yet anyway. */
    private static String beside(TargetState state) {
        return state.attempt().paused() && state.step() != Step.PAUSED
                ? ", paused by a person"
                : "";
    }

    private static String gate(TargetState state, HookType type, String what) {
        boolean shut = state.gate(type).map(Gate::shut).orElse(false);
        String name = type.wireName();
        return shut
                ? "Waiting for a person to approve " + name + ", which a person has shut, before "
                        + what
                : "Waiting for " + name + ", its hooks or a person, before " + what;
    }

    private static String until(TargetState state) {
        return state.deadlines()
                .stream()
                .map(it -> ", " + consequence(state, it.kind()) + " at " + it.due())
                .sorted()
                .reduce("", String::concat);
    }

    private static String consequence(TargetState state, DeadlineKind kind) {
        return switch (kind) {
            case ANALYSIS -> "measured next";
            case DRAIN -> state.stage() == Stage.TERMINATING ? "the Canary let go" : "scaled down";
            case REORDER -> "ordered again";
            case PROMOTION_STEP -> "next share given back";
            case REPAIR -> "route written again";
            case REMAKE -> "lost object made again";
            case READINESS -> state.stage() == Stage.TERMINATING ? "people reminded" : "given up";
            case GATE -> "gate asked anew";
            case ROLLBACK_GATE -> "rollback hooks asked anew";
            case GATE_TIMEOUT -> switch (state.definition().policies().gateDefault()) {
                case REMIND -> "people reminded";
                case ROLLBACK -> "rolled back";
                case OPEN -> "gate opened";
            };
        };
    }

    private static String waiting(TargetState state) {
        Route route = state.standing().route();
        String primary = state.definition().workload().primaryName();
        return switch (state.step()) {
            case UNREGISTERED -> "Waiting for a valid Canary";
            case AWAITING_WORKLOAD -> "Waiting for the workload "
                    + state.definition().workload().name();
            case PREPARING_PRIMARY -> "Waiting for the router to make the Services and " + primary;
            case AWAITING_PRIMARY -> "Waiting for the pods of " + primary;
            case PREPARING_TRAFFIC -> "Waiting for the router to move requests to " + primary;
            case TAKEOVER_DRAIN, PROMOTION_DRAIN, ROLLBACK_DRAIN ->
                    "Waiting for proxies to learn that " + primary + " serves";
            case STANDING_DOWN, SCALING_DOWN, GIVING_UP ->
                    "Waiting for the router to scale the target down";
            case IDLE -> "Waiting for a new revision";
            case STRANDED -> "Waiting for " + primary
                    + " to get ready or for the promoted revision; the canary serves";
            case RESTARTING, RETREATING, ROUTING_BACK ->
                    "Waiting for the router to send requests to " + primary;
            case AWAITING_ROLLOUT_GATE -> gate(state, HookType.CONFIRM_ROLLOUT, "the rollout");
            case PAUSED -> (state.attempt().paused() ? "Paused by a person" : "Suspended")
                    + " at weight " + route.canary();
            case AWAITING_TRAFFIC_GATE -> gate(state, HookType.CONFIRM_TRAFFIC_INCREASE,
                    "more requests than " + route.canary() + " %");
            case AWAITING_PROMOTION_GATE -> gate(state, HookType.CONFIRM_PROMOTION,
                    "the promotion");
            case SCALING_UP -> "Waiting for the router to scale the target up";
            case AWAITING_CANARY -> "Waiting for the canary's pods";
            case PRE_ROLLOUT -> "Waiting for the pre-rollout hooks";
            case PRE_ROLLOUT_REST -> "Waiting to call the pre-rollout hooks again";
            case SHIFTING -> "Waiting for the router to set the weight " + route.canary();
            case RESTING -> "Waiting for the interval at weight " + route.canary();
            case ROLLOUT_HOOKS -> "Waiting for the rollout hooks";
            case ANALYSING -> "Waiting for analysis " + state.attempt().analysis();
            case COPYING -> "Waiting for the router to copy the revision to " + primary;
            case AWAITING_PROMOTED -> "Waiting for the pods of " + primary
                    + " with the promoted revision";
            case ROUTING_REST -> "Waiting to give more requests back to " + primary;
            case REVIVING -> "Waiting for the router to scale the target up, for the Canary is"
                    + " being deleted";
            case AWAITING_REVIVED -> "Waiting for the target's pods, which are to serve without "
                    + primary;
            case GIVING_BACK -> "Waiting for the router to give back what was adopted";
            case REVERT_DRAIN -> "Waiting for proxies to learn that the target serves by itself";
            case LETTING_GO -> "Waiting for the Canary to be gone";
            case ESCAPING -> "Waiting for the router to send requests to the canary";
        };
    }
}
