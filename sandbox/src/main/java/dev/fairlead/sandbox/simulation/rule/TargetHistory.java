package dev.fairlead.sandbox.simulation.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.HooksFailed;
import dev.fairlead.events.fact.RollbackOrdered;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.RolloutSuperseded;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.rollout.state.RolloutEvolution;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** What the facts of one target have allowed, and what they may not say. */
public final class TargetHistory {

    private static final String THRESHOLD = "the last check that may fail ends it";
    private static final String ROLLED_BACK = "no more weight after a rollback";

    private final TargetKey target;
    private final Map<Fence, Weight> weights = new HashMap<>();
    private final Map<Fence, Life> lives = new HashMap<>();
    private final Set<Fence> given = new HashSet<>();
    private final AnswerRule answers = new AnswerRule();
    private final StepRule steps;
    private TargetState state;
    private RolloutId rolledBack = RolloutId.NONE;
    private String cause = "";
    private boolean enough;

    public TargetHistory(TargetKey target) {
        this.target = target;
        this.steps = new StepRule(target);
        this.state = TargetState.unknown(target);
    }

    /** The facts so far, folded. */
    public TargetState state() {
        return state;
    }

    /**
     * Takes the next fact.
     *
     * @throws Violation
     *             when it may not follow what was before
     */
    public void next(LoggedEvent event, RolloutFact fact) {
        String led = event.event().ids().causation();
        Told told = new Told(event, fact, !led.equals(cause));
        cause = led;
        given.add(told.fence());
        TargetState before = state;
        answers.next(before, told);
        steps.next(before, told);
        rollback(before, fact);
        Violation.unless(!enough || fact instanceof RollbackOrdered, THRESHOLD,
                () -> told.id() + " follows the last check that may fail");
        state = RolloutEvolution.evolve(before, fact);
        enough = isEnough(before, fact);
        lives.put(told.fence(), fact.life());
        weights.put(told.fence(), state.standing().route().canary());
    }

    /** A check has failed that is one too many, so nothing but a rollback may follow. */
    private boolean isEnough(TargetState before, RolloutFact fact) {
        int threshold = Math.max(1, before.definition().analysis().threshold());
        return switch (fact) {
            case AnalysisFailed it -> it.failedChecks() >= threshold;
            case HooksFailed it -> it.kind() != HookType.POST_ROLLOUT
                    && it.failedChecks() >= threshold;
            default -> false; // nothing has failed
        };
    }

    /**
     * Checks the target as a batch leaves it.
     *
     * @throws Violation
     *             when it could stand there for ever unseen, or something is left out
     */
    void atEndOfBatch() {
        Violation.unless(!enough, THRESHOLD, () -> target + " goes on at " + state.step());
        WaitRule.check(state);
    }

    /** The life that an event is about; none when there is no such event. */
    Optional<Life> life(Fence fence) {
        return Optional.ofNullable(lives.get(fence));
    }

    /** Whether the log has such an event. */
    boolean has(Fence fence) {
        return given.contains(fence);
    }

    /** The canary's share as it was ordered up to an event; none when there is no such event. */
    Optional<Weight> ordered(Fence fence) {
        return Optional.ofNullable(weights.get(fence));
    }

    /** Whether a fact has allowed the primary to carry a revision. */
    boolean mayCarry(String fingerprint) {
        return steps.mayCarry(fingerprint);
    }

    /** The log was put back: facts are lost, what they had written is not. */
    void restored() {
        state = TargetState.unknown(target);
        rolledBack = RolloutId.NONE;
        cause = "";
        enough = false;
        steps.begin();
    }

    private void rollback(TargetState before, RolloutFact fact) {
        switch (fact) {
            case RollbackOrdered it -> rolledBack = it.rollout();
            case RolloutSuperseded it -> rolledBack = it.rollout();
            case TrafficShiftOrdered it -> Violation.unless(
                    it.canary().equals(Weight.ZERO) || !it.rollout().equals(rolledBack)
                            || it.rollout().equals(RolloutId.NONE)
                            || it.canary().compareTo(before.standing().route().canary()) <= 0,
                    ROLLED_BACK, () -> target + " orders " + it.canary());
            default -> {
                // nothing is asked of the others
            }
        }
    }
}
