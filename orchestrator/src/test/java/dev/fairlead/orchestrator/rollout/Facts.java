package dev.fairlead.orchestrator.rollout;

import java.util.List;
import java.util.Map;

import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Life;
import dev.fairlead.events.Readiness;
import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.Revision;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Side;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.definition.Problem;
import dev.fairlead.events.fact.AnalysisFailed;
import dev.fairlead.events.fact.AnalysisHeld;
import dev.fairlead.events.fact.AnalysisOrdered;
import dev.fairlead.events.fact.AnalysisPassed;
import dev.fairlead.events.fact.CanaryReady;
import dev.fairlead.events.fact.DefinitionRejected;
import dev.fairlead.events.fact.DefinitionRevised;
import dev.fairlead.events.fact.DrainStarted;
import dev.fairlead.events.fact.EffectRefused;
import dev.fairlead.events.fact.EffectReordered;
import dev.fairlead.events.fact.FactHead;
import dev.fairlead.events.fact.HooksFailed;
import dev.fairlead.events.fact.HooksOrdered;
import dev.fairlead.events.fact.HooksPassed;
import dev.fairlead.events.fact.InitializationStalled;
import dev.fairlead.events.fact.PreparationOrdered;
import dev.fairlead.events.fact.PromotionFailed;
import dev.fairlead.events.fact.PromotionOrdered;
import dev.fairlead.events.fact.ReadinessObserved;
import dev.fairlead.events.fact.RevisionNoted;
import dev.fairlead.events.fact.RollbackOrdered;
import dev.fairlead.events.fact.RollbackOrdered.Cause;
import dev.fairlead.events.fact.RolloutFailed;
import dev.fairlead.events.fact.RolloutStarted;
import dev.fairlead.events.fact.RolloutSucceeded;
import dev.fairlead.events.fact.RolloutSuperseded;
import dev.fairlead.events.fact.RolloutSuperseded.Next;
import dev.fairlead.events.fact.RolloutWithdrawn;
import dev.fairlead.events.fact.RouteDrifted;
import dev.fairlead.events.fact.StatusRestated;
import dev.fairlead.events.fact.TargetInitialized;
import dev.fairlead.events.fact.TargetPrepared;
import dev.fairlead.events.fact.TargetRegistered;
import dev.fairlead.events.fact.TargetRemoved;
import dev.fairlead.events.fact.TrafficShiftOrdered;
import dev.fairlead.events.fact.TrafficShiftOrdered.Purpose;
import dev.fairlead.events.fact.TrafficShifted;
import dev.fairlead.events.fact.WorkerMissed;
import dev.fairlead.events.fact.WorkloadMissed;
import dev.fairlead.events.fact.WorkloadPromoted;
import dev.fairlead.events.fact.WorkloadScaleOrdered;
import dev.fairlead.events.fact.WorkloadScaled;
import dev.fairlead.events.order.PrepareTarget.Stage;
import dev.fairlead.events.order.ScaleWorkload.Direction;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.orchestrator.rollout.state.Closing;

import static dev.fairlead.orchestrator.rollout.Phrase.one;

/** Each fact as a phrase; the waits are those that users are promised. */
final class Facts {

    static final Life LIFE = new Life("uid-1");

    /** How long a router may take to answer, in seconds. */
    static final int ANSWER = 15;

    private Facts() {}

    static Revision revision(String name) {
        return new Revision(new Fingerprint(name), Map.of(), List.of("podinfo:" + name));
    }

    static Phrase registered(Definition definition) {
        return registered(LIFE, 1, definition);
    }

    static Phrase registered(Life life, long generation, Definition definition) {
        return one(now -> new TargetRegistered(new FactHead(life, RolloutId.NONE, now.at()),
                generation, definition));
    }

    static Phrase revised(long generation, Definition definition) {
        return one(now -> new DefinitionRevised(now.head(), generation, definition, false));
    }

    static Phrase deferred(long generation, Definition definition) {
        return one(now -> new DefinitionRevised(now.head(), generation, definition, true));
    }

    static Phrase rejected(long generation, Problem problem) {
        return one(now -> new DefinitionRejected(
                new FactHead(LIFE, now.state().rollout(), now.at()), generation,
                List.of(problem)));
    }

    static Phrase removed() {
        return one(now -> new TargetRemoved(now.head()));
    }

    static Phrase noted(String revision) {
        return one(now -> new RevisionNoted(now.head(), revision(revision)));
    }

    static Phrase missed(String reason) {
        return one(now -> new WorkloadMissed(now.head(), reason));
    }

    static Phrase preparing(Stage stage, String revision) {
        return one(now -> new PreparationOrdered(now.head(), stage, revision(revision),
                Weight.ZERO, now.in(ANSWER)));
    }

    static Phrase primaryMade(String revision) {
        return one(now -> new TargetPrepared(now.head(), Stage.PRIMARY, revision(revision),
                now.in(Canaries.DEADLINE)));
    }

    static Phrase trafficTaken(String revision) {
        return one(now -> new TargetPrepared(now.head(), Stage.TRAFFIC, revision(revision),
                now.at()));
    }

    static Phrase observed(Side side, String revision, Verdict verdict, String reason) {
        return one(now -> new ReadinessObserved(now.head(), side, new Fingerprint(revision),
                new Readiness(verdict, reason)));
    }

    static Phrase ready(Side side, String revision) {
        return observed(side, revision, Verdict.READY, "");
    }

    static Phrase stalled(String reason) {
        return one(now -> new InitializationStalled(now.head(), reason,
                now.in(Canaries.DEADLINE)));
    }

    static Phrase draining() {
        return one(now -> new DrainStarted(now.head(), now.in(Canaries.DRAIN)));
    }

    static Phrase drainingAfterRollback() {
        return one(now -> new DrainStarted(now.head(), now.in(Canaries.DRAIN_AFTER_ROLLBACK)));
    }

    static Phrase scaling(Direction direction) {
        return one(now -> new WorkloadScaleOrdered(now.head(), direction, now.in(ANSWER)));
    }

    static Phrase scaled(Direction direction) {
        return one(now -> new WorkloadScaled(now.head(), direction,
                direction == Direction.UP ? 2 : 0, now.in(Canaries.DEADLINE)));
    }

    static Phrase initialized() {
        return one(now -> new TargetInitialized(now.head(),
                Closing.initialized(now.state(), now.at())));
    }

    static Phrase started(String revision, int number) {
        return started(revision, number, false);
    }

    static Phrase restarted(String revision, int number) {
        return started(revision, number, true);
    }

    private static Phrase started(String revision, int number, boolean again) {
        return one(now -> new RolloutStarted(
                new FactHead(now.state().life(), RolloutId.of(Canaries.PODINFO, number), now.at()),
                revision(revision), number, again));
    }

    static Phrase canaryReady() {
        return one(now -> new CanaryReady(now.head()));
    }

    static Phrase hooksOrdered(HookType type, int answer) {
        return one(now -> new HooksOrdered(now.head(), type, now.in(answer)));
    }

    static Phrase hooksPassed(HookType type, String... hooks) {
        return one(now -> new HooksPassed(now.head(), type, List.of(hooks)));
    }

    static Phrase hookFailed(HookType type, String hook, String error, int failedChecks) {
        return one(now -> new HooksFailed(now.head(), type, List.of(), hook, error, failedChecks,
                now.in(Canaries.INTERVAL)));
    }

    static Phrase shifting(int weight, Purpose purpose) {
        return one(now -> new TrafficShiftOrdered(now.head(), Weight.of(weight), purpose,
                now.in(ANSWER)));
    }

    /** The next analysis comes after the interval. */
    static Phrase shifted(int weight) {
        return one(now -> new TrafficShifted(now.head(), Weight.of(weight),
                now.in(Canaries.INTERVAL)));
    }

    /** Nothing is measured next. */
    static Phrase routed(int weight) {
        return one(now -> new TrafficShifted(now.head(), Weight.of(weight), now.at()));
    }

    static Phrase routedBeforeTrial() {
        return one(now -> new TrafficShifted(now.head(), Weight.ZERO,
                now.in(Canaries.DEADLINE)));
    }

    static Phrase drifted(int ordered, int found, String manager) {
        return one(now -> new RouteDrifted(now.head(), Weight.of(ordered), Weight.of(found),
                manager));
    }

    static Phrase analysing(int number) {
        return one(now -> new AnalysisOrdered(now.head(),
                AnalysisId.of(now.state().rollout(), number), number, now.in(30)));
    }

    static Phrase passed(int number) {
        return one(now -> new AnalysisPassed(now.head(),
                AnalysisId.of(now.state().rollout(), number)));
    }

    static Phrase failed(int number, String halt, int failedChecks) {
        return one(now -> new AnalysisFailed(now.head(),
                AnalysisId.of(now.state().rollout(), number), halt, failedChecks,
                now.in(Canaries.INTERVAL)));
    }

    static Phrase held(String reason) {
        return one(now -> new AnalysisHeld(now.head(), now.state().attempt().analysis(), reason,
                false, now.in(Canaries.INTERVAL)));
    }

    static Phrase unanswered(String what, int attempts, int again) {
        return one(now -> new WorkerMissed(now.head(), what, attempts, now.in(again)));
    }

    static Phrase refused(String what, Reason reason, String message, int attempts, int again) {
        return one(now -> new EffectRefused(now.head(), what, reason, message, attempts,
                now.in(again)));
    }

    static Phrase orderedAgain(String what) {
        return one(now -> new EffectReordered(now.head(), what, now.in(ANSWER)));
    }

    static Phrase copying(String revision) {
        return one(now -> new PromotionOrdered(now.head(), revision(revision), now.in(ANSWER)));
    }

    static Phrase copied(String revision) {
        return one(now -> new WorkloadPromoted(now.head(), revision(revision),
                now.in(Canaries.DEADLINE)));
    }

    static Phrase promotionFailed(String reason) {
        return one(now -> new PromotionFailed(now.head(), reason, now.in(ANSWER)));
    }

    static Phrase rollingBack(Cause cause, String reason) {
        return one(now -> new RollbackOrdered(now.head(), cause, reason, now.in(ANSWER)));
    }

    static Phrase superseded(String by, Next next, String reason) {
        return one(now -> new RolloutSuperseded(now.head(), revision(by), next, reason,
                now.in(ANSWER)));
    }

    static Phrase succeeded() {
        return one(now -> new RolloutSucceeded(now.head(),
                Closing.succeeded(now.state(), now.at())));
    }

    static Phrase failedForGood() {
        return one(now -> new RolloutFailed(now.head(), now.state().attempt().reason(),
                Closing.failed(now.state(), now.at())));
    }

    static Phrase withdrawn() {
        return one(now -> new RolloutWithdrawn(now.head(),
                Closing.withdrawn(now.state(), now.at())));
    }

    static Phrase statusRestated() {
        return one(now -> new StatusRestated(now.head()));
    }
}
