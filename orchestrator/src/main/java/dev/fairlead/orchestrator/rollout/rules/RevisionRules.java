package dev.fairlead.orchestrator.rollout.rules;

import dev.fairlead.events.Revision;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.FactHead;
import dev.fairlead.events.fact.IdleTargetScaled;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.RevisionNoted;
import dev.fairlead.events.fact.RolloutProposed;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.Standing.Revisions;
import dev.fairlead.events.fact.WorkloadMissed;
import dev.fairlead.events.fact.WorkloadScaleOrdered;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.orchestrator.rollout.state.Gate;
import dev.fairlead.orchestrator.rollout.state.Stage;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** What follows when the target asks for a revision. None is ever lost. */
final class RevisionRules {

    private RevisionRules() {}

    static void detected(Draft draft, Revision revision) {
        switch (draft.state().stage()) {
            case UNREGISTERED -> {
            }
            case INITIALIZING -> whileInitializing(draft, revision);
            case IDLE -> {
                note(draft, revision);
                takeUp(draft);
                restore(draft, revision);
            }
            case PROGRESSING -> whileProgressing(draft, revision);
            case PROMOTING -> whilePromoting(draft, revision);
            case DRAINING, ROLLING_BACK, TERMINATING -> note(draft, revision);
        }
    }

    /** By hand or by a tool, after we had scaled it down. Nobody fights over replicas. */
    static void scaled(Draft draft, RevisionDetected it) {
        TargetState state = draft.state();
        boolean sinceOurs = state.standing().route().isShownBy(it.workload().fence());
        if (draft.step() != Step.IDLE || it.replicas() == 0 || !sinceOurs) {
            return;
        }
        var workload = draft.definition().workload();
        String reason = workload.kind() + " " + workload.name() + "." + state.target().namespace()
                + " was scaled up while nothing is tried: its pods get no requests, and they are"
                + " left as they are";
        if (!state.standing().shown().trouble().equals(reason)) {
            draft.add(new IdleTargetScaled(draft.head(), it.replicas(), reason));
        }
    }

    static void missing(Draft draft, String reason) {
        if (draft.state().stage() == Stage.TERMINATING) {
            TerminationRules.missing(draft);
            return;
        }
        if (!draft.state().standing().shown().trouble().equals(reason)) {
            draft.add(new WorkloadMissed(draft.head(), reason));
        }
    }

    /** The primary is broken by a promotion that failed, and the target asks for what was there. */
    private static void restore(Draft draft, Revision revision) {
        if (draft.step() == Step.STRANDED
                && revision.sameAs(draft.state().attempt().replaced())) {
            draft.add(new PromotionOrdered(draft.head(), revision,
                    draft.in(Limits.CHANGE_ANSWER)));
        }
    }

    /** Starts a rollout when the target asks for what is neither promoted nor refused. */
    static void takeUp(Draft draft) {
        if (draft.step() == Step.IDLE && isNews(draft)) {
            begin(draft, draft.state().revisions().wanted());
        }
    }

    /** Whether the end of this rollout is the begin of the next, with the same pods. */
    static boolean isAnotherToTry(Draft draft) {
        boolean preparedFirst = !draft.state()
                .standing()
                .contract()
                .next()
                .equals(Definition.NONE);
        boolean confirmedFirst = !draft.definition().hooks(HookType.CONFIRM_ROLLOUT).isEmpty();
        return !preparedFirst && !confirmedFirst && isNews(draft);
    }

    private static boolean isNews(Draft draft) {
        Revisions revisions = draft.state().revisions();
        Revision wanted = revisions.wanted();
        return !wanted.isNone() && !wanted.sameAs(revisions.promoted())
                && !wanted.sameAs(revisions.applied())
                && !draft.definition().switches().suspended();
    }

    /** People may have to agree before anything is scaled. */
    static void begin(Draft draft, Revision revision) {
        if (draft.definition().hooks(HookType.CONFIRM_ROLLOUT).isEmpty()) {
            start(draft, revision, false);
            scaleUp(draft);
        } else {
            propose(draft, revision, draft.state().standing().rollouts() + 1);
        }
    }

    private static void propose(Draft draft, Revision revision, long number) {
        TargetState state = draft.state();
        var head = new FactHead(state.life(), RolloutId.of(state.target(), number), draft.at());
        draft.add(new RolloutProposed(head, revision, number));
        boolean shut = draft.state()
                .gate(HookType.CONFIRM_ROLLOUT)
                .map(Gate::shut)
                .orElse(false);
        if (!shut) {
            GateRules.ask(draft, HookType.CONFIRM_ROLLOUT);
        }
    }

    static void ifConfirmed(Draft draft) {
        boolean open = draft.state()
                .gate(HookType.CONFIRM_ROLLOUT)
                .map(Gate::open)
                .orElse(draft.definition().hooks(HookType.CONFIRM_ROLLOUT).isEmpty());
        if (open) {
            var attempt = draft.state().attempt();
            draft.add(new RolloutStarted(draft.head(), attempt.revision(),
                    draft.state().standing().rollouts(), false));
            scaleUp(draft);
        }
    }

    private static void scaleUp(Draft draft) {
        draft.add(new WorkloadScaleOrdered(draft.head(), Direction.UP,
                draft.in(Limits.CHANGE_ANSWER)));
    }

    static void start(Draft draft, Revision revision, boolean restarted) {
        TargetState state = draft.state();
        long number = state.standing().rollouts() + 1;
        var head = new FactHead(state.life(), RolloutId.of(state.target(), number), draft.at());
        draft.add(new RolloutStarted(head, revision, number, restarted));
    }

    private static void whileInitializing(Draft draft, Revision revision) {
        if (draft.step() == Step.AWAITING_WORKLOAD) {
            note(draft, revision);
            InitializationRules.prepare(draft);
        } else {
            note(draft, revision);
        }
    }

    private static void whileProgressing(Draft draft, Revision revision) {
        boolean other = !revision.sameAs(draft.state().attempt().revision());
        boolean back = revision.sameAs(draft.state().revisions().promoted());
        if (other && !back && draft.step() == Step.AWAITING_ROLLOUT_GATE) {
            propose(draft, revision, draft.state().standing().rollouts());
        } else if (other) {
            RetreatRules.supersede(draft, revision);
        }
    }

    private static void whilePromoting(Draft draft, Revision revision) {
        boolean other = !revision.sameAs(draft.state().attempt().revision());
        boolean served = draft.state().standing().route().canary().compareTo(Weight.ZERO) > 0;
        note(draft, revision);
        Step step = draft.step();
        if (!other || !served) {
            return;
        }
        if (step == Step.COPYING || step == Step.AWAITING_PROMOTED) {
            RouteRules.toSafety(draft);
        } else if (step == Step.ROUTING_BACK || step == Step.ROUTING_REST) {
            PromotionRules.allBack(draft);
        }
    }

    static void note(Draft draft, Revision revision) {
        if (!revision.sameAs(draft.state().revisions().wanted())) {
            draft.add(new RevisionNoted(draft.head(), revision));
        }
    }
}
