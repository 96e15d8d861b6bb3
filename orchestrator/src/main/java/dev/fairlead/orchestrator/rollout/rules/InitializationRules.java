package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Revision;
import dev.fairlead.events.Weight;
import dev.fairlead.events.fact.DrainStarted;
import dev.fairlead.events.fact.InitializationStalled;
import dev.fairlead.events.fact.PreparationOrdered;
import dev.fairlead.events.fact.PrimaryRecorded;
import dev.fairlead.events.fact.TargetInitialized;
import dev.fairlead.events.fact.TargetPrepared;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.orchestrator.rollout.state.Closing;
import dev.fairlead.orchestrator.rollout.state.Step;

/** Taking a target under control: the primary is ready before a request moves. */
final class InitializationRules {

    private InitializationRules() {}

    static void prepare(Draft draft) {
        Revision wanted = draft.state().revisions().wanted();
        if (!wanted.isNone()) {
            draft.add(new PreparationOrdered(draft.head(), Stage.PRIMARY, wanted, Weight.ZERO,
                    draft.in(Limits.CHANGE_ANSWER)));
        }
    }

    static void primaryMade(Draft draft, ChangeApplied report) {
        draft.add(new TargetPrepared(draft.head(), Stage.PRIMARY, report.revision(),
                draft.in(draft.definition().progressDeadline())));
        record(draft, report.blueprint());
        primaryReady(draft);
    }

    /** What the primary was made of, so that it is never made again of what nobody promoted. */
    static void record(Draft draft, Blueprint blueprint) {
        boolean news = !blueprint.equals(draft.state().standing().blueprint());
        if (news && !blueprint.isNone()) {
            draft.add(new PrimaryRecorded(draft.head(), blueprint));
        }
    }

    static void primaryReady(Draft draft) {
        boolean ready = draft.state().standing().primary().readiness().isReady();
        if (draft.step() == Step.AWAITING_PRIMARY && ready) {
            draft.add(new PreparationOrdered(draft.head(), Stage.TRAFFIC,
                    draft.state().revisions().promoted(), Weight.ZERO,
                    draft.in(Limits.CHANGE_ANSWER)));
        }
    }

    static void stalled(Draft draft, String reason) {
        draft.add(new InitializationStalled(draft.head(), reason,
                draft.in(draft.definition().progressDeadline())));
    }

    static void trafficMoved(Draft draft) {
        draft.add(new TargetPrepared(draft.head(), Stage.TRAFFIC,
                draft.state().revisions().promoted(), draft.at()));
        draft.add(new DrainStarted(draft.head(),
                draft.in(draft.definition().drain().afterPromotion())));
    }

    static void stoodDown(Draft draft) {
        draft.add(new TargetInitialized(draft.head(), Closing.initialized(draft.state(),
                draft.at())));
        RevisionRules.takeUp(draft);
    }
}
