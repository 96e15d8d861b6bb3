package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.Life;
import dev.fairlead.events.RolloutId;

/** Something that has been decided or has come true of a target. */
public sealed interface RolloutFact
        permits
        AnalysisFailed,
        AnalysisHeld,
        AnalysisOrdered,
        AnalysisPassed,
        CanaryReady,
        ConsentFact,
        DefinitionRejected,
        DefinitionRevised,
        DeletionFact,
        DrainStarted,
        EffectRefused,
        EffectReordered,
        HooksFailed,
        HooksOrdered,
        HooksPassed,
        IdleTargetScaled,
        InitializationStalled,
        IterationStarted,
        PreparationOrdered,
        PrimaryChanged,
        PrimaryRecorded,
        PromotionFailed,
        PromotionOrdered,
        ReadinessObserved,
        RemakeRefused,
        RevisionNoted,
        RollbackOrdered,
        RolloutFailed,
        RolloutStarted,
        RolloutSucceeded,
        RolloutSuperseded,
        RolloutWithdrawn,
        RouteDrifted,
        StatusRestated,
        TargetInitialized,
        TargetPrepared,
        TargetRegistered,
        TrafficShiftOrdered,
        TrafficShifted,
        WorkerMissed,
        WorkloadMissed,
        WorkloadPromoted,
        WorkloadScaleOrdered,
        WorkloadScaled {

    /** Whose fact, and when. */
    FactHead head();

    /** The Canary's UID. */
    default Life life() {
        return head().life();
    }

    /** The rollout, {@link RolloutId#NONE} outside of one. */
    default RolloutId rollout() {
        return head().rollout();
    }

    /** The moment of the decision, by the log's clock. */
    default Instant at() {
        return head().at();
    }
}
