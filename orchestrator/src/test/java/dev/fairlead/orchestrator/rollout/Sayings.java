package dev.fairlead.orchestrator.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Fingerprint;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.Readiness;
import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.Revision;
import dev.fairlead.events.Seen;
import dev.fairlead.events.Side;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.definition.MetricCheck.Range;
import dev.fairlead.events.definition.Problem;
import dev.fairlead.events.observation.DefinitionChanged;
import dev.fairlead.events.observation.DefinitionRefused;
import dev.fairlead.events.observation.GeneratedObjectLost;
import dev.fairlead.events.observation.Observation;
import dev.fairlead.events.observation.ReadinessChanged;
import dev.fairlead.events.observation.RevisionDetected;
import dev.fairlead.events.observation.RouteChanged;
import dev.fairlead.events.observation.TargetGone;
import dev.fairlead.events.observation.TargetRestated;
import dev.fairlead.events.observation.WorkloadMissing;
import dev.fairlead.events.report.AnalysisScored;
import dev.fairlead.events.report.ChangeApplied;
import dev.fairlead.events.report.ChangeOvertaken;
import dev.fairlead.events.report.ChangeRefused;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.events.report.CheckEvidence;
import dev.fairlead.events.report.CheckEvidence.Outcome;
import dev.fairlead.events.report.HooksAnswered;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;
import dev.fairlead.events.report.OrderRef;
import dev.fairlead.events.report.Report;
import dev.fairlead.orchestrator.rollout.state.Deadline;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Gate;
import dev.fairlead.orchestrator.rollout.state.Pending;
import dev.fairlead.orchestrator.rollout.state.TargetState;

import static dev.fairlead.orchestrator.rollout.Canaries.PODINFO;
import static dev.fairlead.orchestrator.rollout.Facts.LIFE;

/** What watchers, workers and the clock may say. */
final class Sayings {

    private Sayings() {}

    static Saying canarySays(long generation, Definition definition) {
        return canarySays(LIFE, generation, definition);
    }

    static Saying canarySays(Life life, long generation, Definition definition) {
        return seen(new DefinitionChanged(PODINFO, life, canary(generation), definition));
    }

    static Saying canaryIsRefused(long generation, Problem problem) {
        return seen(new DefinitionRefused(PODINFO, LIFE, canary(generation), List.of(problem)));
    }

    static Saying canaryIsGone() {
        return seen(new TargetGone(PODINFO, LIFE));
    }

    static Saying canaryIsNotKnown() {
        return seen(new TargetGone(PODINFO, Life.NONE));
    }

    static Saying targetAsksFor(String revision) {
        return seen(new RevisionDetected(PODINFO, LIFE, workload("podinfo", Fence.NONE),
                Facts.revision(revision), 2));
    }

    static Saying targetIsScaledTo(int replicas, long version) {
        return seen(new RevisionDetected(PODINFO, LIFE,
                workload("podinfo", new Fence(1, version)), Facts.revision("v1"), replicas));
    }

    static Saying workloadIsMissing(String reason) {
        return seen(new WorkloadMissing(PODINFO, LIFE, reason));
    }

    static Saying canaryPods(String revision, Verdict verdict, String reason) {
        return seen(new ReadinessChanged(PODINFO, LIFE, Side.CANARY,
                workload("podinfo", Fence.NONE), new Fingerprint(revision),
                new Readiness(verdict, reason)));
    }

    static Saying canaryPodsReady(String revision) {
        return canaryPods(revision, Verdict.READY, "");
    }

    /** The primary shows the fence of what is awaited. */
    static Saying primaryPods(String revision, Verdict verdict, String reason) {
        return (state, at) -> primary(revision, verdict, reason,
                new Fence(1, state.pending().version())).in(state, at);
    }

    static Saying primaryPodsReady(String revision) {
        return primaryPods(revision, Verdict.READY, "");
    }

    /** The primary was seen before its promotion reached it. */
    static Saying primaryPodsOfBefore(String revision) {
        return primary(revision, Verdict.READY, "", Fence.NONE);
    }

    private static Saying primary(String revision, Verdict verdict, String reason, Fence fence) {
        return seen(new ReadinessChanged(PODINFO, LIFE, Side.PRIMARY,
                workload("podinfo-primary", fence), new Fingerprint(revision),
                new Readiness(verdict, reason)));
    }

    /** The route shows the fence of what was last ordered. */
    static Saying routeIs(int canary, String manager) {
        return (state, at) -> route(canary, true, manager,
                new Fence(1, state.standing().route().version())).in(state, at);
    }

    static Saying routeOfBefore(int canary) {
        return (state, at) -> route(canary, true, "fairlead",
                new Fence(1, Math.max(1, state.standing().route().version() - 1))).in(state, at);
    }

    private static Saying route(int canary, boolean intact, String manager, Fence fence) {
        return seen(new RouteChanged(PODINFO, LIFE,
                new Seen("VirtualService", "podinfo", "uid-route", 9, 1, 1, fence),
                Weight.of(canary), intact, manager));
    }

    static Saying objectIsLost(String kind, String name) {
        return seen(new GeneratedObjectLost(PODINFO, LIFE, kind, name));
    }

    static Saying restated(String phase, Observation... parts) {
        return seen(new TargetRestated(PODINFO, LIFE, phase, Fence.NONE, List.of(parts)));
    }

    /** What is awaited stands in the cluster. */
    static Saying done() {
        return (state, at) -> done(awaited(state), state.pending().version()).in(state, at);
    }

    static Saying done(String what, long version) {
        return (state, at) -> {
            Revision carried = state.isRollingOut()
                    ? state.attempt().revision()
                    : state.revisions().wanted();
            return heard(new ChangeApplied(answer(what, version, 1), carried, 2)).in(state, at);
        };
    }

    /** The second order of a fact stands in the cluster. */
    static Saying secondDone(String what) {
        return (state, at) -> heard(new ChangeApplied(
                answer(what, state.standing().route().version(), 2), Revision.NONE, 0))
                .in(state, at);
    }

    /** The primary carries what was ordered, and this is what it was made of. */
    static Saying doneWith(Blueprint blueprint) {
        return (state, at) -> {
            var pending = state.pending();
            var revision = pending.what().equals("PromoteWorkload")
                    ? state.attempt().revision()
                    : state.revisions().wanted();
            return heard(new ChangeApplied(answer(pending.what(), pending.version(), 1), revision,
                    0, blueprint)).in(state, at);
        };
    }

    /** The second order of a repair could not be done. */
    static Saying remakeIsRefused(Reason reason, String message) {
        return (state, at) -> heard(new ChangeRefused(
                answer("PrepareTarget", state.standing().route().version(), 2), reason,
                "Secret/podinfo-primary", message)).in(state, at);
    }

    static Saying refusedAs(ChangeRefused.Reason reason, String message) {
        return (state, at) -> heard(
                new ChangeRefused(answer(awaited(state), state.pending().version(), 1), reason,
                        "VirtualService/podinfo", message))
                .in(state, at);
    }

    static Saying overtaken() {
        return (state, at) -> heard(new ChangeOvertaken(
                answer(awaited(state), state.pending().version(), 1),
                new Fence(1, 999))).in(state, at);
    }

    static Saying passes() {
        return scored(CheckEvidence.Verdict.PASS, "");
    }

    static Saying fails(String halt) {
        return scored(CheckEvidence.Verdict.FAIL, halt);
    }

    static Saying cannotBeJudged(String halt) {
        return scored(CheckEvidence.Verdict.INCONCLUSIVE, halt);
    }

    static Saying sourceIsAway(String halt) {
        return (state, at) -> verdict(state.attempt().analysis(), Outcome.UNREACHABLE,
                CheckEvidence.Verdict.INCONCLUSIVE, halt).in(state, at);
    }

    static Saying hasNoValue(String halt) {
        return (state, at) -> verdict(state.attempt().analysis(), Outcome.EMPTY,
                CheckEvidence.Verdict.FAIL, halt).in(state, at);
    }

    private static Saying scored(CheckEvidence.Verdict verdict, String halt) {
        return (state, at) -> verdict(state.attempt().analysis(), verdict, halt).in(state, at);
    }

    static Saying verdict(AnalysisId analysis, CheckEvidence.Verdict verdict, String halt) {
        return verdict(analysis, Outcome.VALUE, verdict, halt);
    }

    private static Saying verdict(AnalysisId analysis, Outcome outcome,
            CheckEvidence.Verdict verdict, String halt) {
        return (state, at) -> heard(new AnalysisScored(
                answer("RunAnalysis", state.pending().version(), 1), analysis, 1,
                List.of(new CheckEvidence("request-success-rate", "q", at, outcome, "50.5", "",
                        new Range("99", ""), verdict, halt, Duration.ofMillis(3)))))
                .in(state, at);
    }

    static Saying hookPasses(HookType type, String hook) {
        return answered(type, new HookAnswer(hook, true, "", 1, Duration.ofMillis(3)));
    }

    static Saying hookFails(HookType type, String hook, String error) {
        return answered(type, new HookAnswer(hook, false, error, 1, Duration.ofMillis(3)));
    }

    private static Saying answered(HookType type, HookAnswer answer) {
        return (state, at) -> heard(new HooksAnswered(
                answer("CallHooks",
                        state.gate(type).map(Gate::version).orElse(state.pending().version()), 1),
                type, List.of(answer))).in(state, at);
    }

    /** A deadline of the state comes; one that it does not have comes at once. */
    static Saying elapses(DeadlineKind kind) {
        return (state, at) -> {
            Instant due = state.deadlines()
                    .stream()
                    .filter(it -> it.kind() == kind)
                    .map(Deadline::due)
                    .findFirst()
                    .orElse(at);
            return new Command.ElapseTimer(PODINFO, kind, due, due);
        };
    }

    static Saying seen(Observation observation) {
        return (state, at) -> new Command.RecordObservation(observation, at);
    }

    static Saying heard(Report report) {
        return (state, at) -> new Command.RecordReport(report, at);
    }

    private static OrderRef answer(String type, long version, int ordinal) {
        Fence fence = new Fence(1, version);
        return new OrderRef(OrderId.of(PODINFO, fence, ordinal), PODINFO, LIFE, fence, type,
                "worker-1");
    }

    static Seen canary(long generation) {
        return new Seen("Canary", "podinfo", LIFE.uid(), generation, generation, 0, Fence.NONE);
    }

    private static Seen workload(String name, Fence fence) {
        return new Seen("Deployment", name, "uid-" + name, 7, 1, 1, fence);
    }

    /** The order whose answer is awaited, or one that nobody asked about. */
    private static String awaited(TargetState state) {
        String what = state.pending().what();
        boolean order = !what.isEmpty() && !what.equals(Pending.PRIMARY_READY);
        return order ? what : "ShiftTraffic";
    }
}
