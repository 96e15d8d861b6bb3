package dev.fairlead.orchestrator.rollout.state;

import dev.fairlead.events.Weight;
import dev.fairlead.events.fact.DeletionFact;
import dev.fairlead.events.fact.RevertOrdered;
import dev.fairlead.events.fact.TargetRemoved;
import dev.fairlead.events.fact.TargetReverted;
import dev.fairlead.events.fact.TerminationStalled;
import dev.fairlead.events.fact.TerminationStarted;

/** What the end of a Canary changes. */
final class DeletionChanges {

    private DeletionChanges() {}

    static void apply(StateChange change, DeletionFact fact) {
        switch (fact) {
            case TerminationStarted _ -> leave(change, Step.REVIVING)
                    .phase(Phases.TERMINATING, 0, Weight.ZERO);
            case TerminationStalled it ->
                    change.deadline(DeadlineKind.READINESS, it.due()).trouble(it.reason());
            case RevertOrdered it ->
                    leave(change, it.adopted() ? Step.GIVING_BACK : Step.LETTING_GO)
                            .await("RevertTarget", it.due());
            case TargetReverted _ -> change.pending(Pending.NONE).without(DeadlineKind.REORDER);
            case TargetRemoved _ -> leave(change, Step.UNREGISTERED).phase("", 0, Weight.ZERO);
        }
    }

    /** Nothing is tried or repaired any more. */
    private static StateChange leave(StateChange change, Step next) {
        return change.go(next)
                .without(DeadlineKind.REPAIR)
                .without(DeadlineKind.REMAKE)
                .attempt(Attempt.NONE);
    }
}
