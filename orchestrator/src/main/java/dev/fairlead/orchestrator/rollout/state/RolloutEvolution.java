package dev.fairlead.orchestrator.rollout.state;

import java.time.Instant;
import java.util.List;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Revision;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Side;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.AnalysisHeld;
import dev.fairlead.events.fact.AnalysisOrdered;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.CanaryReady;
import dev.fairlead.events.fact.ConsentFact;
import dev.fairlead.events.fact.DefinitionRejected;
import dev.fairlead.events.fact.DefinitionRevised;
import dev.fairlead.events.fact.DeletionFact;
import dev.fairlead.events.fact.DrainStarted;
import dev.fairlead.events.fact.EffectRefused;
import dev.fairlead.events.fact.EffectReordered;
import dev.fairlead.events.fact.HooksFailed;
import dev.fairlead.events.fact.HooksOrdered;
import dev.fairlead.events.fact.HooksPassed;
import dev.fairlead.events.fact.IdleTargetScaled;
import dev.fairlead.events.fact.InitializationStalled;
import dev.fairlead.events.fact.IterationStarted;
import dev.fairlead.events.fact.PreparationOrdered;
import dev.fairlead.events.fact.PrimaryChanged;
import dev.fairlead.events.fact.PrimaryRecorded;
import dev.fairlead.events.fact.PromotionFailed;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.ReadinessObserved;
import dev.fairlead.events.fact.RemakeRefused;
import dev.fairlead.events.fact.RevisionNoted;
import dev.fairlead.events.fact.RollbackOrdered;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.fact.RolloutFailed;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.RolloutSucceeded;
import dev.fairlead.events.fact.RolloutSuperseded;
import dev.fairlead.events.fact.RolloutWithdrawn;
import dev.fairlead.events.fact.RouteDrifted;
import dev.fairlead.events.fact.Standing;
import dev.fairlead.events.fact.Standing.Condition;
import dev.fairlead.events.fact.Standing.Contract;
import dev.fairlead.events.fact.StatusRestated;
import dev.fairlead.events.fact.TargetInitialized;
import dev.fairlead.events.fact.TargetPrepared;
import dev.fairlead.events.fact.TargetRegistered;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.TrafficShifted;
import dev.fairlead.events.fact.WorkerMissed;
import dev.fairlead.events.fact.WorkloadMissed;
import dev.fairlead.events.fact.WorkloadPromoted;
import dev.fairlead.events.fact.WorkloadScaleOrdered;
import dev.fairlead.events.fact.WorkloadScaled;
import dev.fairlead.orchestrator.rollout.state.Attempt.Outcome;

/**
 * Applies facts to states. Asks nothing, refuses nothing: a fact is true. One that changes nothing is
 * for people, and what follows from it is a fact of its own.
 */
public final class RolloutEvolution {

    private RolloutEvolution() {}

    /** The state after one more fact of its stream. */
    public static TargetState evolve(TargetState state, RolloutFact fact) {
        StateChange change = new StateChange(state, fact.at());
        switch (fact) {
            case TargetRegistered it -> registered(change, it);
            case DefinitionRevised it -> revised(change, it);
            case DefinitionRejected it -> rejected(change, it);
            case WorkloadMissed it -> change.trouble(it.reason());
            case IdleTargetScaled it -> change.trouble(it.reason());
            case PreparationOrdered it -> preparing(change, it);
            case TargetPrepared it -> prepared(change, it);
            case ReadinessObserved it -> observed(change, it);
            case DrainStarted it -> draining(change, it);
            case WorkloadScaleOrdered it -> RolloutChanges.scaling(change, it);
            case WorkloadScaled it -> RolloutChanges.scaled(change, it);
            case TargetInitialized it -> closed(change, it.standing());
            case InitializationStalled it -> stalled(change, it);
            case RevisionNoted it -> noted(change, it.revision());
            case PrimaryRecorded it -> change.blueprint(it.blueprint());
            case RemakeRefused it -> remakeRefused(change, it);
            case RolloutStarted it -> RolloutChanges.started(change, it);
            case ConsentFact it -> GateChanges.apply(change, it);
            case CanaryReady _ -> change.without(DeadlineKind.READINESS).trouble("");
            case HooksOrdered it -> RolloutChanges.hooksOrdered(change, it);
            case HooksPassed it -> RolloutChanges.hooksPassed(change, it);
            case HooksFailed it -> RolloutChanges.hooksFailed(change, it);
            case TrafficShiftOrdered it -> TrafficChanges.ordered(change, it);
            case TrafficShifted it -> TrafficChanges.shifted(change, it);
            case IterationStarted it -> TrafficChanges.iterating(change, it);
            case AnalysisOrdered it -> RolloutChanges.analysing(change, it);
            case AnalysisPassed it -> RolloutChanges.analysisPassed(change, it);
            case AnalysisFailed it -> RolloutChanges.analysisFailed(change, it);
            case AnalysisHeld it -> RolloutChanges.analysisHeld(change, it);
            case WorkerMissed it -> again(change, it.attempts(), it.due());
            case EffectRefused it -> refused(change, it);
            case EffectReordered it -> change.deadline(DeadlineKind.REORDER, it.due());
            case PromotionOrdered it -> RolloutChanges.promoting(change, it);
            case WorkloadPromoted it -> RolloutChanges.promoted(change, it);
            case PromotionFailed it -> TrafficChanges.escaping(change, it);
            case RollbackOrdered it -> rollingBack(change, it);
            case RolloutSuperseded it -> TrafficChanges.superseded(change, it);
            case RolloutSucceeded it -> closed(change, it.standing());
            case RolloutFailed it -> failed(change, it);
            case RolloutWithdrawn it -> closed(change, it.standing());
            case DeletionFact it -> DeletionChanges.apply(change, it);
            case PrimaryChanged it -> primaryChanged(change, it.revision());
            case RouteDrifted _,StatusRestated _ -> {
            }
        }
        return change.done();
    }

    private static void stalled(StateChange change, InitializationStalled fact) {
        change.deadline(DeadlineKind.READINESS, fact.due()).trouble(fact.reason());
    }

    private static void remakeRefused(StateChange change, RemakeRefused fact) {
        change.deadline(DeadlineKind.REMAKE, fact.retryAt()).trouble(fact.message());
    }

    private static void draining(StateChange change, DrainStarted fact) {
        change.go(Steps.draining(change.before().step()))
                .deadline(DeadlineKind.DRAIN, fact.until());
    }

    private static void primaryChanged(StateChange change, Revision carried) {
        var revisions = change.before().revisions();
        change.revisions(carried, revisions.applied(), revisions.wanted());
    }

    /** What is given up counts as taken up, also when it was only proposed. */
    private static void rollingBack(StateChange change, RollbackOrdered fact) {
        TargetState before = change.before();
        TrafficChanges.retreating(change, Outcome.FAILED, fact.reason(), fact.due());
        change.revisions(before.revisions().promoted(), before.attempt().revision(),
                before.revisions().wanted());
    }

    private static void refused(StateChange change, EffectRefused fact) {
        again(change, fact.attempts(), fact.retryAt()).trouble(fact.message());
    }

    private static void revised(StateChange change, DefinitionRevised fact) {
        Definition before = change.before().definition();
        Contract contract = fact.deferred()
                ? new Contract(fact.generation(), before, List.of(), fact.definition())
                : new Contract(fact.generation(), fact.definition(), List.of(), Definition.NONE);
        change.life(fact.life(), contract).trouble("");
        change.before()
                .gates()
                .stream()
                .map(Gate::type)
                .filter(type -> contract.definition().hooks(type).isEmpty())
                .forEach(change::withoutGate);
        if (!contract.definition().workload().equals(before.workload())) {
            // what was seen was seen of other pods
            change.ready(Side.PRIMARY, Condition.UNKNOWN).ready(Side.CANARY, Condition.UNKNOWN);
        }
    }

    private static void rejected(StateChange change, DefinitionRejected fact) {
        Contract kept = change.before().standing().contract();
        change.life(fact.life(),
                new Contract(fact.generation(), change.before().definition(), fact.problems(),
                        kept.next()))
                .trouble(fact.problems().getFirst().message());
    }

    private static void observed(StateChange change, ReadinessObserved fact) {
        change.ready(fact.side(), new Condition(fact.fingerprint(), fact.readiness()))
                .trouble(fact.readiness().reason());
        if (change.before().step() == Step.RESTING && fact.readiness().isReady()) {
            change.without(DeadlineKind.READINESS);
        }
    }

    private static StateChange again(StateChange change, int attempts, Instant due) {
        return change.pending(change.before().pending().again(attempts))
                .deadline(DeadlineKind.REORDER, due);
    }

    private static void noted(StateChange change, Revision wanted) {
        Revision promoted = change.before().revisions().promoted();
        // a target that went back to what is promoted may ask for the refused one once more
        Revision applied = wanted.sameAs(promoted)
                ? promoted
                : change.before().revisions().applied();
        change.revisions(promoted, applied, wanted);
    }

    private static void registered(StateChange change, TargetRegistered fact) {
        change.go(Step.AWAITING_WORKLOAD)
                .attempt(Attempt.NONE)
                .life(fact.life(), new Contract(fact.generation(), fact.definition(), List.of(),
                        Definition.NONE))
                .revisions(Revision.NONE, Revision.NONE, Revision.NONE)
                .ready(Side.PRIMARY, Condition.UNKNOWN)
                .ready(Side.CANARY, Condition.UNKNOWN)
                .blueprint(Blueprint.NONE)
                .cookied(RolloutId.NONE)
                .phase(Phases.INITIALIZING, 0, Weight.ZERO);
    }

    private static void preparing(StateChange change, PreparationOrdered fact) {
        switch (fact.stage()) {
            // what was seen of a primary before may have been seen of one that is gone
            case PRIMARY -> change.go(Step.PREPARING_PRIMARY)
                    .attempt(Attempt.NONE)
                    .ready(Side.PRIMARY, Condition.UNKNOWN)
                    .without(DeadlineKind.REPAIR)
                    .without(DeadlineKind.REMAKE)
                    .trouble("")
                    .revisions(
                            change.before().revisions().promoted(), fact.revision(),
                            fact.revision());
            case TRAFFIC -> change.go(Step.PREPARING_TRAFFIC).routeOrdered(fact.canary());
        }
        change.await("PrepareTarget", fact.due());
    }

    private static void prepared(StateChange change, TargetPrepared fact) {
        switch (fact.stage()) {
            case PRIMARY -> change.go(Step.AWAITING_PRIMARY)
                    .pending(new Pending(Pending.PRIMARY_READY, change.before().pending().version(),
                            1, fact.at()))
                    .revisions(fact.revision(), change.before().revisions().applied(),
                            change.before().revisions().wanted())
                    .deadline(DeadlineKind.READINESS, fact.due());
            case TRAFFIC -> change.routeConfirmed()
                    .pending(Pending.NONE)
                    .without(DeadlineKind.REORDER);
        }
    }

    private static void closed(StateChange change, Standing standing) {
        change.go(Step.IDLE).attempt(Attempt.NONE).standing(standing);
    }

    private static void failed(StateChange change, RolloutFailed fact) {
        if (change.before().step() == Step.ESCAPING) {
            // the promotion may still come true, so the attempt is kept
            change.go(Step.STRANDED).standing(fact.standing());
        } else {
            closed(change, fact.standing());
        }
    }
}
