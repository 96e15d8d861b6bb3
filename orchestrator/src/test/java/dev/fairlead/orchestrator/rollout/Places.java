package dev.fairlead.orchestrator.rollout;

import dev.fairlead.events.Side;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.RollbackOrdered.Cause;
import dev.fairlead.events.fact.RolloutHeld.Hold;
import dev.fairlead.events.fact.RolloutSuperseded.Next;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.Step;

import static dev.fairlead.orchestrator.rollout.Facts.*;
import static dev.fairlead.orchestrator.rollout.PeopleFacts.*;
import static dev.fairlead.orchestrator.rollout.Phrase.all;

/** The facts that lead to each step, by the shortest way: {@code v1} is promoted, then {@code v2} is tried. */
final class Places {

    /** What a primary that cannot start says. */
    static final String BROKEN = "podinfo-primary.test not ready: crash loop";
    static final String HALT = "Halt podinfo.test advancement success rate 50.50% < 99%";
    static final String NEWER = "the target asks for a newer revision";
    static final String BACK = "the target asks for the promoted revision";
    static final String REPLACED =
            "the Canary names another strategy, provider, target or service";

    private Places() {}

    static Phrase at(Step step) {
        return at(step, Canaries.podinfo());
    }

    /** With hooks for all gates. */
    static Phrase gated(Step step) {
        return at(step, Canaries.gated());
    }

    static Phrase at(Step step, Definition definition) {
        return switch (step) {
            case UNREGISTERED -> all();
            case AWAITING_WORKLOAD -> registered(definition);
            case PREPARING_PRIMARY -> all(at(Step.AWAITING_WORKLOAD, definition), noted("v1"),
                    preparing(Stage.PRIMARY, "v1"));
            case AWAITING_PRIMARY -> all(at(Step.PREPARING_PRIMARY, definition),
                    primaryMade("v1"));
            case PREPARING_TRAFFIC -> all(at(Step.AWAITING_PRIMARY, definition),
                    ready(Side.PRIMARY, "v1"), preparing(Stage.TRAFFIC, "v1"));
            case TAKEOVER_DRAIN -> all(at(Step.PREPARING_TRAFFIC, definition), trafficTaken("v1"),
                    draining());
            case STANDING_DOWN -> all(at(Step.TAKEOVER_DRAIN, definition),
                    scaling(Direction.DOWN));
            case IDLE -> all(at(Step.STANDING_DOWN, definition), scaled(Direction.DOWN),
                    initialized());
            case PAUSED, AWAITING_ROLLOUT_GATE, AWAITING_TRAFFIC_GATE, AWAITING_PROMOTION_GATE ->
                    held(step, definition);
            case SCALING_UP, AWAITING_CANARY, PRE_ROLLOUT, PRE_ROLLOUT_REST, SHIFTING, RESTING,
                    ROLLOUT_HOOKS, ANALYSING, RESTARTING -> onTrial(step, definition);
            case COPYING, AWAITING_PROMOTED, ROUTING_BACK, ROUTING_REST, PROMOTION_DRAIN,
                    SCALING_DOWN, ESCAPING, STRANDED -> inPromotion(step, definition);
            case RETREATING -> all(at(Step.ANALYSING, definition), failed(1, HALT, 2),
                    rollingBack(Cause.CHECKS, HALT));
            case ROLLBACK_DRAIN -> all(at(Step.RETREATING, definition), routed(0),
                    drainingAfterRollback());
            case GIVING_UP -> all(at(Step.ROLLBACK_DRAIN, definition), scaling(Direction.DOWN));
            case REVIVING -> all(at(Step.IDLE, definition), Deletions.terminating(),
                    scaling(Direction.UP));
            case AWAITING_REVIVED -> all(at(Step.REVIVING, definition), scaled(Direction.UP));
            case GIVING_BACK -> all(at(Step.AWAITING_REVIVED, definition),
                    Deletions.reverting(true));
            case REVERT_DRAIN -> all(at(Step.GIVING_BACK, definition), Deletions.reverted(true),
                    draining());
            case LETTING_GO -> all(at(Step.REVERT_DRAIN, definition), Deletions.reverting(false));
        };
    }

    private static Phrase onTrial(Step step, Definition definition) {
        return switch (step) {
            case SCALING_UP -> all(at(Step.IDLE, definition), noted("v2"), started("v2", 1),
                    scaling(Direction.UP));
            case AWAITING_CANARY -> all(at(Step.SCALING_UP, definition), scaled(Direction.UP));
            case PRE_ROLLOUT -> all(at(Step.AWAITING_CANARY, definition),
                    ready(Side.CANARY, "v2"), canaryReady(),
                    hooksOrdered(HookType.PRE_ROLLOUT, 40));
            case PRE_ROLLOUT_REST -> all(at(Step.PRE_ROLLOUT, definition),
                    hookFailed(HookType.PRE_ROLLOUT, "smoke", "smoke test failed", 1));
            case SHIFTING -> all(at(Step.AWAITING_CANARY, definition), ready(Side.CANARY, "v2"),
                    canaryReady(), shifting(20, Purpose.STEP));
            case RESTING -> all(at(Step.SHIFTING, definition), shifted(20));
            case ROLLOUT_HOOKS -> all(at(Step.RESTING, definition),
                    hooksOrdered(HookType.ROLLOUT, 40));
            case ANALYSING -> all(at(Step.RESTING, definition), analysing(1));
            case RESTARTING -> all(at(Step.RESTING, definition),
                    superseded("v3", Next.TRY, NEWER), restarted("v3", 2));
            default -> throw new IllegalArgumentException("Expected a trial, but got " + step);
        };
    }

    private static Phrase held(Step step, Definition definition) {
        Phrase trial = all(at(Step.ANALYSING, definition), passed(1));
        return switch (step) {
            case PAUSED -> all(at(Step.ANALYSING, definition), paused("a look"), passed(1),
                    waiting(Hold.PAUSE));
            case AWAITING_ROLLOUT_GATE -> all(at(Step.IDLE, definition), noted("v2"),
                    proposed("v2", 1), hooksOrdered(HookType.CONFIRM_ROLLOUT, 40));
            case AWAITING_TRAFFIC_GATE -> all(trial,
                    hooksOrdered(HookType.CONFIRM_TRAFFIC_INCREASE, 40),
                    waiting(Hold.CONFIRM_TRAFFIC_INCREASE));
            case AWAITING_PROMOTION_GATE -> all(trial, shifting(40, Purpose.STEP), shifted(40),
                    analysing(2), passed(2), hooksOrdered(HookType.CONFIRM_PROMOTION, 40),
                    waiting(Hold.CONFIRM_PROMOTION));
            default -> throw new IllegalArgumentException("Expected a hold, but got " + step);
        };
    }

    private static Phrase inPromotion(Step step, Definition definition) {
        return switch (step) {
            case COPYING -> all(at(Step.ANALYSING, definition), passed(1),
                    shifting(40, Purpose.STEP), shifted(40), analysing(2), passed(2),
                    copying("v2"));
            case AWAITING_PROMOTED -> all(at(Step.COPYING, definition), copied("v2"));
            case ROUTING_BACK -> all(at(Step.AWAITING_PROMOTED, definition),
                    ready(Side.PRIMARY, "v2"), shifting(0, Purpose.PROMOTION));
            case ROUTING_REST -> all(at(Step.AWAITING_PROMOTED, definition),
                    ready(Side.PRIMARY, "v2"), shifting(20, Purpose.PROMOTION), shifted(20));
            case PROMOTION_DRAIN -> all(at(Step.ROUTING_BACK, definition), shifted(0),
                    draining());
            case SCALING_DOWN -> all(at(Step.PROMOTION_DRAIN, definition),
                    scaling(Direction.DOWN));
            case ESCAPING -> all(at(Step.AWAITING_PROMOTED, definition), promotionFailed(BROKEN));
            case STRANDED -> all(at(Step.ESCAPING, definition), routed(100), failedForGood());
            default -> throw new IllegalArgumentException("Expected a promotion, but got " + step);
        };
    }
}
