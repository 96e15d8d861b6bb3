package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.fact.DrainStarted;
import dev.fairlead.events.fact.RevertOrdered;
import dev.fairlead.events.fact.TargetReverted;
import dev.fairlead.events.fact.TerminationStalled;
import dev.fairlead.events.fact.TerminationStarted;
import dev.fairlead.events.fact.WorkloadScaleOrdered;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.Stage;
import dev.fairlead.orchestrator.rollout.state.Step;

/** A Canary that is being deleted: the target serves by itself before anything of ours goes. */
final class TerminationRules {

    private TerminationRules() {}

    static void requested(Draft draft) {
        if (draft.state().stage() == Stage.TERMINATING) {
            return;
        }
        if (draft.definition().switches().revertOnDeletion()) {
            draft.add(new TerminationStarted(draft.head()));
            draft.add(new WorkloadScaleOrdered(draft.head(), Direction.UP,
                    draft.in(Limits.CHANGE_ANSWER)));
        } else {
            order(draft, false);
        }
    }

    /** A target that is gone, perhaps with its namespace, keeps nobody from going. */
    static void missing(Draft draft) {
        if (draft.step() != Step.LETTING_GO) {
            order(draft, false);
        }
    }

    /** Requests are given to the target only once its pods can take them. */
    static void revived(Draft draft) {
        Fingerprint wanted = draft.state().revisions().wanted().template();
        boolean ready = draft.state().standing().canary().isReadyWith(wanted);
        if (draft.step() == Step.AWAITING_REVIVED && ready) {
            order(draft, true);
        }
    }

    static void stalled(Draft draft) {
        draft.add(new TerminationStalled(draft.head(),
                draft.state().standing().canary().readiness().reason(),
                draft.in(draft.definition().progressDeadline())));
    }

    static void reverted(Draft draft) {
        boolean givenBack = draft.step() == Step.GIVING_BACK;
        draft.add(new TargetReverted(draft.head(), givenBack));
        if (givenBack) {
            draft.add(new DrainStarted(draft.head(),
                    draft.in(draft.definition().drain().afterPromotion())));
        }
    }

    static void drained(Draft draft) {
        order(draft, false);
    }

    private static void order(Draft draft, boolean adopted) {
        draft.add(new RevertOrdered(draft.head(), adopted, draft.in(Limits.CHANGE_ANSWER)));
    }
}
