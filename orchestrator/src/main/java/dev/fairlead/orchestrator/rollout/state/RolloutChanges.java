package dev.fairlead.orchestrator.rollout.state;

import java.time.Instant;

import dev.fairlead.events.Revision;
import dev.fairlead.events.Side;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.AnalysisHeld;
import dev.fairlead.events.fact.AnalysisOrdered;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.HooksFailed;
import dev.fairlead.events.fact.HooksOrdered;
import dev.fairlead.events.fact.HooksPassed;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.Standing.Condition;
import dev.fairlead.events.fact.WorkloadPromoted;
import dev.fairlead.events.fact.WorkloadScaleOrdered;
import dev.fairlead.events.fact.WorkloadScaled;

/** What the facts of a trial and of a promotion change. */
final class RolloutChanges {

    private RolloutChanges() {}

    static void started(StateChange change, RolloutStarted fact) {
        Revision promoted = change.before().revisions().promoted();
        Pending pending = change.before().pending();
        Step step = change.before().step();
        change.go(fact.restarted() ? Step.RESTARTING : Step.SCALING_UP)
                .withoutGates()
                .attempt(Attempt.of(fact.rollout(), fact.revision())
                        .paused(change.before().attempt().paused()))
                .rollouts(fact.number())
                .revisions(promoted, fact.revision(), fact.revision())
                .ready(Side.CANARY, known(change.before().standing().canary(), fact))
                .phase(Phases.PROGRESSING, 0, Weight.ZERO);
        if (fact.restarted() && step == Step.RESTARTING) {
            // the order that moves requests away is under way already
            change.pending(pending);
            change.before()
                    .deadlines()
                    .stream()
                    .filter(it -> !it.kind().isOfGate())
                    .forEach(it -> change.deadline(it.kind(), it.due()));
        }
    }

    /** Pods that are up may have been seen with the new revision; those of old are gone. */
    private static Condition known(Condition canary, RolloutStarted fact) {
        boolean newest = fact.restarted()
                && canary.fingerprint().equals(fact.revision().template());
        return newest ? canary : Condition.UNKNOWN;
    }

    static void scaling(StateChange change, WorkloadScaleOrdered fact) {
        change.go(Steps.scaling(change.before().step())).await("ScaleWorkload", fact.due());
    }

    static void scaled(StateChange change, WorkloadScaled fact) {
        switch (fact.direction()) {
            case UP -> change.go(change.before().stage() == Stage.TERMINATING
                    ? Step.AWAITING_REVIVED
                    : Step.AWAITING_CANARY)
                    .deadline(DeadlineKind.READINESS,
                            fact.due());
            case DOWN -> change.pending(Pending.NONE).without(DeadlineKind.REORDER);
        }
    }

    static void hooksOrdered(StateChange change, HooksOrdered fact) {
        switch (fact.kind()) {
            case PRE_ROLLOUT -> change.go(Step.PRE_ROLLOUT);
            case ROLLOUT -> change.go(Step.ROLLOUT_HOOKS);
            case CONFIRM_ROLLOUT, CONFIRM_PROMOTION, CONFIRM_TRAFFIC_INCREASE, ROLLBACK -> {
                GateChanges.asked(change, fact);
                return;
            }
            case POST_ROLLOUT, EVENT -> {
                // the step stays; the answer is told when it comes
            }
        }
        change.await("CallHooks", fact.due());
    }

    static void hooksPassed(StateChange change, HooksPassed fact) {
        change.pending(Pending.NONE).without(DeadlineKind.REORDER);
        if (fact.kind() != HookType.POST_ROLLOUT) {
            change.trouble("");
        }
    }

    static void hooksFailed(StateChange change, HooksFailed fact) {
        switch (fact.kind()) {
            case PRE_ROLLOUT -> failedCheck(change, fact.failedChecks(), fact.error(),
                    Step.PRE_ROLLOUT_REST, fact.retryAt());
            case ROLLOUT -> failedCheck(change, fact.failedChecks(), fact.error(), Step.RESTING,
                    fact.retryAt());
            case POST_ROLLOUT, EVENT, CONFIRM_ROLLOUT, CONFIRM_PROMOTION, CONFIRM_TRAFFIC_INCREASE,
                    ROLLBACK -> change
                            .pending(Pending.NONE)
                            .without(DeadlineKind.REORDER);
        }
    }

    static void failedCheck(StateChange change, int failedChecks, String trouble, Step next,
            Instant retryAt) {
        change.go(next)
                .attempt(change.before().attempt().withFailedChecks(failedChecks))
                .failedChecks(failedChecks)
                .trouble(trouble)
                .deadline(DeadlineKind.ANALYSIS, retryAt);
    }

    /** Pods that are lost must come back within the deadline that they had to get ready. */
    static void analysisHeld(StateChange change, AnalysisHeld fact) {
        TargetState before = change.before();
        boolean lost = !before.standing()
                .canary()
                .isReadyWith(before.attempt().revision().template());
        Instant due = before.deadlines()
                .stream()
                .filter(it -> it.kind() == DeadlineKind.READINESS)
                .map(Deadline::due)
                .findFirst()
                .orElse(fact.at().plus(before.definition().progressDeadline()));
        if (fact.sourceLost()) {
            change.attempt(before.attempt().withSourceLost(fact.at()));
        }
        change.go(Step.RESTING)
                .trouble(fact.reason())
                .deadline(DeadlineKind.ANALYSIS, fact.retryAt());
        if (lost) {
            change.deadline(DeadlineKind.READINESS, due);
        }
    }

    static void analysing(StateChange change, AnalysisOrdered fact) {
        change.go(Step.ANALYSING)
                .attempt(change.before().attempt().withAnalysis(fact.analysis(), fact.number()))
                .await("RunAnalysis", fact.due());
    }

    /** One without metrics passes without having been ordered; it counts all the same. */
    static void analysisPassed(StateChange change, AnalysisPassed fact) {
        Attempt attempt = change.before().attempt();
        boolean ordered = fact.analysis().equals(attempt.analysis());
        long number = ordered ? attempt.analyses() : attempt.analyses() + 1;
        change.pending(Pending.NONE)
                .without(DeadlineKind.REORDER)
                .trouble("")
                .attempt(attempt.withAnalysis(fact.analysis(), number)
                        .withSourceLost(Instant.EPOCH));
    }

    static void analysisFailed(StateChange change, AnalysisFailed fact) {
        failedCheck(change, fact.failedChecks(), fact.halt(), Step.RESTING, fact.retryAt());
    }

    static void promoting(StateChange change, PromotionOrdered fact) {
        TargetState before = change.before();
        if (before.step() == Step.STRANDED) {
            // what was seen of the primary was seen of it before it broke
            change.ready(Side.PRIMARY, Condition.UNKNOWN);
        }
        change.go(Step.COPYING)
                .attempt(before.attempt().promoting(fact.revision()))
                .phase(Phases.PROMOTING, before.attempt().failedChecks(),
                        before.standing().shown().weight())
                .await("PromoteWorkload", fact.due());
    }

    static void promoted(StateChange change, WorkloadPromoted fact) {
        Attempt attempt = change.before().attempt();
        boolean first = attempt.replaced().isNone();
        change.go(Step.AWAITING_PROMOTED)
                .attempt(first
                        ? attempt.replacing(change.before().revisions().promoted())
                        : attempt)
                .revisions(fact.revision(), change.before().revisions().applied(),
                        change.before().revisions().wanted())
                .pending(new Pending(Pending.PRIMARY_READY, change.before().pending().version(), 1,
                        fact.at()))
                .deadline(DeadlineKind.READINESS, fact.due());
    }
}
