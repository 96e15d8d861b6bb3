package dev.fairlead.sandbox.simulation.rule;

import java.util.Optional;

import dev.fairlead.events.definition.HookType;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Gate;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** Every wait has an end that is known, or is for a person or gate that has a name. */
final class WaitRule {

    private static final String ENDS = "every wait has an end or a name";

    private WaitRule() {}

    /**
     * Checks a target as a batch leaves it.
     *
     * @throws Violation
     *             when it could stand there for ever unseen
     */
    static void check(TargetState state) {
        boolean holds = switch (state.step()) {
            case UNREGISTERED, AWAITING_WORKLOAD, IDLE, STRANDED, LETTING_GO -> true;
            case AWAITING_ROLLOUT_GATE -> gate(state, HookType.CONFIRM_ROLLOUT);
            case AWAITING_TRAFFIC_GATE -> gate(state, HookType.CONFIRM_TRAFFIC_INCREASE);
            case AWAITING_PROMOTION_GATE -> gate(state, HookType.CONFIRM_PROMOTION);
            case PAUSED -> state.isHeld();
            case AWAITING_PRIMARY, AWAITING_CANARY, AWAITING_PROMOTED, AWAITING_REVIVED ->
                    awaits(state, DeadlineKind.READINESS);
            case TAKEOVER_DRAIN, PROMOTION_DRAIN, ROLLBACK_DRAIN, REVERT_DRAIN ->
                    awaits(state, DeadlineKind.DRAIN);
            case PRE_ROLLOUT_REST, RESTING -> awaits(state, DeadlineKind.ANALYSIS);
            case ROUTING_REST -> awaits(state, DeadlineKind.PROMOTION_STEP);
            default -> awaits(state, DeadlineKind.REORDER); // a worker is awaited
        };
        Violation.unless(holds, ENDS, () -> state.target() + " stands at " + state.step()
                + " with " + state.deadlines() + " and " + state.gates() + ": " + state.why());
        var route = state.standing().route();
        // elsewhere the next order to move requests is on its way, or comes with the next step
        Violation.unless(state.step() != Step.IDLE || route.confirmed() || route.version() == 0
                || awaits(state, DeadlineKind.REORDER) || awaits(state, DeadlineKind.REPAIR)
                || awaits(state, DeadlineKind.REMAKE), ENDS,
                () -> state.target() + " awaits no confirmation of " + route);
    }

    /** Open ones are passed in the same decision; the hooks of others are asked, or a person is. */
    private static boolean gate(TargetState state, HookType type) {
        Optional<Gate> gate = state.gate(type);
        boolean asked = awaits(state, DeadlineKind.GATE);
        return gate.isPresent() && !gate.get().open() && (gate.get().shut() || asked)
                && state.why().contains(type.wireName())
                && awaits(state, DeadlineKind.GATE_TIMEOUT);
    }

    private static boolean awaits(TargetState state, DeadlineKind kind) {
        return state.deadlines().stream().anyMatch(it -> it.kind() == kind);
    }
}
