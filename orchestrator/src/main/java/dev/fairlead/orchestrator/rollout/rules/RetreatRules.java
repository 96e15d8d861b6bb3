package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.Revision;
import dev.fairlead.events.Weight;
import dev.fairlead.events.fact.DrainStarted;
import dev.fairlead.events.fact.GateOpened.By;
import dev.fairlead.events.fact.RollbackOrdered;
import dev.fairlead.events.fact.RollbackOrdered.Cause;
import dev.fairlead.events.fact.RolloutFailed;
import dev.fairlead.events.fact.RolloutSuperseded;
import dev.fairlead.events.fact.RolloutSuperseded.Next;
import dev.fairlead.events.fact.RolloutWithdrawn;
import dev.fairlead.events.fact.TrafficShifted;
import dev.fairlead.events.fact.WorkloadScaleOrdered;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.Closing;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** Giving up a revision: requests to the primary first, everything else after. */
final class RetreatRules {

    private RetreatRules() {}

    static void ifThresholdReached(Draft draft, String halt) {
        int threshold = Math.max(1, draft.definition().analysis().threshold());
        if (draft.state().attempt().failedChecks() >= threshold) {
            rollBack(draft, Cause.CHECKS, halt);
        }
    }

    static void deadline(Draft draft, String reason) {
        rollBack(draft, Cause.DEADLINE, reason);
    }

    /** A rollback gate is open, by its hook or a person. */
    static void byGate(Draft draft, By by, String reason) {
        if (by == By.HOOK) {
            rollBack(draft, Cause.HOOK, "Rollback check " + reason + " passed");
        } else {
            rollBack(draft, Cause.PERSON, reason);
        }
    }

    /** A gate was closed for as long as the Canary allows. */
    static void overdue(Draft draft, String reason) {
        rollBack(draft, Cause.GATE, reason);
    }

    static void rollBack(Draft draft, Cause cause, String reason) {
        draft.add(new RollbackOrdered(draft.head(), cause, reason,
                draft.in(Limits.CHANGE_ANSWER)));
    }

    /** The target asks for another revision than the one that is tried. */
    static void supersede(Draft draft, Revision by) {
        if (by.sameAs(draft.state().revisions().promoted())) {
            supersede(draft, by, Next.STAND_DOWN, "the target asks for the promoted revision");
        } else {
            supersede(draft, by, Next.TRY, "the target asks for a newer revision");
            RevisionRules.start(draft, by, true);
        }
    }

    static void endForPreparation(Draft draft) {
        supersede(draft, draft.state().revisions().wanted(), Next.PREPARE,
                "the Canary names another strategy, provider, target or service");
    }

    private static void supersede(Draft draft, Revision by, Next next, String reason) {
        draft.add(new RolloutSuperseded(draft.head(), by, next, reason,
                draft.in(Limits.CHANGE_ANSWER)));
    }

    /** The route is back at the primary. */
    static void retreated(Draft draft) {
        draft.add(new TrafficShifted(draft.head(), Weight.ZERO, draft.at()));
        draft.add(new DrainStarted(draft.head(),
                draft.in(draft.definition().drain().afterRollback())));
    }

    static void restarted(Draft draft) {
        draft.add(new TrafficShifted(draft.head(), Weight.ZERO, draft.at()));
        // the first scale may never have been confirmed
        draft.add(new WorkloadScaleOrdered(draft.head(), Direction.UP,
                draft.in(Limits.CHANGE_ANSWER)));
    }

    static void givenUp(Draft draft) {
        TargetState state = draft.state();
        switch (state.attempt().outcome()) {
            case OPEN, FAILED -> draft.add(new RolloutFailed(draft.head(),
                    state.attempt().reason(), Closing.failed(state, draft.at())));
            case WITHDRAWN, PREPARED_ANEW -> draft.add(new RolloutWithdrawn(draft.head(),
                    Closing.withdrawn(state, draft.at())));
        }
        PromotionRules.afterwards(draft);
    }
}
