package dev.fairlead.orchestrator.rollout.tell;

import java.time.Instant;

import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.Deadline;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** The order that a step waits for, once more. */
final class EffectAgain {

    private EffectAgain() {}

    static void order(OrderSheet sheet, TargetState after) {
        switch (after.step()) {
            case PREPARING_PRIMARY -> sheet.prepare(Stage.PRIMARY, Weight.ZERO);
            case PREPARING_TRAFFIC -> sheet.prepare(Stage.TRAFFIC, Weight.ZERO);
            case STANDING_DOWN, SCALING_DOWN, GIVING_UP -> sheet.scale(Direction.DOWN);
            case SCALING_UP -> sheet.scale(Direction.UP);
            case RESTARTING, SHIFTING, ROUTING_BACK, ESCAPING, RETREATING -> sheet.shift();
            case PRE_ROLLOUT -> sheet.hooks(HookType.PRE_ROLLOUT, due(after));
            case ROLLOUT_HOOKS -> sheet.hooks(HookType.ROLLOUT, due(after));
            case IDLE, STRANDED -> sheet.hooks(HookType.POST_ROLLOUT, due(after));
            case ANALYSING -> sheet.analyse();
            case COPYING -> sheet.promote();
            case REVIVING -> sheet.scale(Direction.UP);
            case GIVING_BACK -> sheet.revert(true);
            case LETTING_GO -> sheet.revert(false);
            case UNREGISTERED, AWAITING_WORKLOAD, AWAITING_PRIMARY, TAKEOVER_DRAIN, AWAITING_CANARY,
                    AWAITING_ROLLOUT_GATE, PAUSED, AWAITING_TRAFFIC_GATE, AWAITING_PROMOTION_GATE,
                    PRE_ROLLOUT_REST, RESTING, AWAITING_PROMOTED, ROUTING_REST, PROMOTION_DRAIN,
                    ROLLBACK_DRAIN, AWAITING_REVIVED, REVERT_DRAIN ->
                    throw new IllegalStateException(
                            "Expected a step that waits for an order, but it is " + after.step());
        }
        sheet.status();
    }

    private static Instant due(TargetState after) {
        return after.deadlines()
                .stream()
                .filter(it -> it.kind() == DeadlineKind.REORDER)
                .map(Deadline::due)
                .findFirst()
                .orElseThrow();
    }
}
