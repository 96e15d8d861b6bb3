package dev.fairlead.orchestrator.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.fairlead.events.Readiness.Verdict;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.definition.Problem;
import dev.fairlead.events.report.ChangeRefused.Reason;
import dev.fairlead.orchestrator.rollout.state.DeadlineKind;
import dev.fairlead.orchestrator.rollout.state.Gate;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** A cluster, workers and users that do what they may do, by a seed; mostly what is awaited. */
final class SmallWorld {

    private static final List<Definition> DEFINITIONS = Canaries.edits().toList();
    private static final Problem BAD = new Problem("spec.provider", "istoi", "unknown provider");

    private final Random random;
    private long generation = 1;
    private int newest = 1;
    private String wanted = "v1";

    SmallWorld(long seed) {
        random = new Random(seed);
    }

    /** What is said next. */
    Saying next(TargetState state) {
        int dice = random.nextInt(100);
        if (dice < 60) {
            return awaited(state);
        }
        return dice < 75 ? user() : noise(state);
    }

    /** Nobody disturbs any more, and everybody answers well. */
    Saying calm(TargetState state) {
        return awaited(state, 0);
    }

    Saying typicalCanary() {
        return Sayings.canarySays(++generation, DEFINITIONS.getFirst());
    }

    private Saying awaited(TargetState state) {
        return awaited(state, 15);
    }

    private Saying awaited(TargetState state, int troublePercent) {
        boolean trouble = random.nextInt(100) < troublePercent;
        return switch (state.step()) {
            case UNREGISTERED -> Sayings.canarySays(++generation, DEFINITIONS.get(0));
            case AWAITING_WORKLOAD, IDLE -> Sayings.targetAsksFor(wanted);
            case AWAITING_PRIMARY, AWAITING_PROMOTED, STRANDED -> trouble
                    ? Sayings.primaryPods(tried(state), verdict(), "not ready")
                    : Sayings.primaryPodsReady(tried(state));
            case AWAITING_CANARY -> trouble
                    ? Sayings.canaryPods(tried(state), verdict(), "not ready")
                    : Sayings.canaryPodsReady(tried(state));
            case PRE_ROLLOUT -> hooks(HookType.PRE_ROLLOUT, trouble);
            case ROLLOUT_HOOKS -> hooks(HookType.ROLLOUT, trouble);
            case ANALYSING -> trouble ? Sayings.fails(Places.HALT) : Sayings.passes();
            case PREPARING_PRIMARY, PREPARING_TRAFFIC, STANDING_DOWN, RESTARTING, SCALING_UP,
                    SHIFTING, COPYING, ROUTING_BACK, ESCAPING, SCALING_DOWN, RETREATING,
                    GIVING_UP, REVIVING, GIVING_BACK -> trouble ? refusal() : Sayings.done();
            case RESTING -> random.nextInt(4) == 0 ? Sayings.canaryPodsReady(tried(state))
                    : anyTimer(state);
            case AWAITING_REVIVED -> Sayings.canaryPodsReady(
                    state.revisions().wanted().template().text());
            case LETTING_GO -> state.pending().what().isEmpty() ? Sayings.canaryIsGone()
                    : trouble ? refusal() : Sayings.done();
            case PAUSED -> People.resume();
            case AWAITING_ROLLOUT_GATE -> gate(state, HookType.CONFIRM_ROLLOUT, trouble);
            case AWAITING_TRAFFIC_GATE -> gate(state, HookType.CONFIRM_TRAFFIC_INCREASE, trouble);
            case AWAITING_PROMOTION_GATE -> gate(state, HookType.CONFIRM_PROMOTION, trouble);
            case TAKEOVER_DRAIN, PRE_ROLLOUT_REST, ROUTING_REST, PROMOTION_DRAIN,
                    ROLLBACK_DRAIN, REVERT_DRAIN -> anyTimer(state);
        };
    }

    /** Its hooks, unless a person has shut it. */
    private Saying gate(TargetState state, HookType type, boolean trouble) {
        boolean shut = state.gate(type).map(Gate::shut).orElse(false);
        return shut || random.nextInt(4) == 0 ? People.approve("") : hooks(type, trouble);
    }

    private Saying person() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> People.pause();
            case 2, 3 -> People.resume();
            case 4 -> People.promote();
            case 5 -> People.abort();
            case 6 -> People.retry();
            case 7 -> People.approve("");
            case 8 -> People.reject("");
            default -> People.approve("rollback");
        };
    }

    private Saying user() {
        return switch (random.nextInt(16)) {
            case 12, 13, 14, 15 -> person();
            case 0 -> Sayings.canarySays(++generation, any(DEFINITIONS));
            case 1 -> random.nextInt(8) == 0 ? Deletions.canaryIsBeingDeleted()
                    : Sayings.canarySays(generation, any(DEFINITIONS));
            case 2 -> random.nextInt(8) == 0 ? Sayings.canaryIsGone()
                    : Sayings.canaryIsRefused(++generation, BAD);
            case 3, 4, 5, 6 -> asksFor("v" + (1 + random.nextInt(newest)));
            default -> asksFor("v" + ++newest);
        };
    }

    private Saying asksFor(String revision) {
        wanted = revision;
        return Sayings.targetAsksFor(revision);
    }

    private Saying noise(TargetState state) {
        return switch (random.nextInt(14)) {
            case 0 -> Sayings.routeIs(random.nextInt(101), "kubectl-edit");
            case 1 -> Sayings.routeOfBefore(random.nextInt(101));
            case 2 -> Sayings.objectIsLost("VirtualService", "podinfo");
            case 3 -> Sayings.workloadIsMissing("podinfo.test not found");
            case 4 -> Sayings.restated("Progressing");
            case 5 -> Sayings.done("ShiftTraffic", past(state));
            case 6 -> Sayings.done("PrepareTarget", past(state));
            case 7 -> Sayings.done("ScaleWorkload", past(state));
            case 8 -> Sayings.primaryPodsOfBefore(anyRevision());
            case 9 -> Sayings.canaryPods(anyRevision(), verdict(), "not ready");
            case 10 -> hooks(any(List.of(HookType.values())), random.nextBoolean());
            case 11 -> Sayings.overtaken();
            case 12 -> Sayings.secondDone("PrepareTarget");
            default -> anyTimer(state);
        };
    }

    private Saying hooks(HookType type, boolean fails) {
        return fails ? Sayings.hookFails(type, "hook", "no") : Sayings.hookPasses(type, "hook");
    }

    private Saying refusal() {
        return Sayings.refusedAs(any(List.of(Reason.values())), "refused");
    }

    /** The earliest deadline, or one that is not awaited. */
    Saying anyTimer(TargetState state) {
        List<DeadlineKind> kinds = new ArrayList<>();
        state.deadlines().forEach(deadline -> kinds.add(deadline.kind()));
        return Sayings.elapses(any(kinds.isEmpty() ? List.of(DeadlineKind.values()) : kinds));
    }

    private String tried(TargetState state) {
        return state.isRollingOut() ? state.attempt().revision().template().text()
                : state.revisions().promoted().template().text();
    }

    private long past(TargetState state) {
        return 1 + random.nextInt((int) Math.max(1, state.version()));
    }

    private String anyRevision() {
        return any(IntStream.rangeClosed(1, newest).mapToObj(it -> "v" + it).toList());
    }

    private Verdict verdict() {
        return any(List.of(Verdict.WAITING, Verdict.STUCK, Verdict.IDLE));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
