package dev.fairlead.orchestrator.rollout.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Life;
import dev.fairlead.events.Revision;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.Side;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.Standing;
import dev.fairlead.events.fact.Standing.Condition;
import dev.fairlead.events.fact.Standing.Contract;
import dev.fairlead.events.fact.Standing.Revisions;
import dev.fairlead.events.fact.Standing.Route;
import dev.fairlead.events.fact.Standing.Shown;

/** A state while a fact is being applied to it; lives for one call. */
final class StateChange {

    private final TargetState before;
    private final long version;
    private final Instant at;
    private Step step;
    private Instant since;
    private Standing standing;
    private Attempt attempt;
    private Pending pending;
    private List<Deadline> deadlines;
    private List<Gate> gates;

    StateChange(TargetState before, Instant at) {
        this.before = before;
        this.version = before.version() + 1;
        this.at = at;
        this.step = before.step();
        this.since = before.since();
        this.standing = before.standing();
        this.attempt = before.attempt();
        this.pending = before.pending();
        this.deadlines = new ArrayList<>(before.deadlines());
        this.gates = new ArrayList<>(before.gates());
    }

    TargetState done() {
        return new TargetState(before.target(), version, step, since, standing, attempt, pending,
                deadlines, gates);
    }

    TargetState before() {
        return before;
    }

    long version() {
        return version;
    }

    /** Goes to another step; what was awaited there is forgotten, but for repairs and gates. */
    StateChange go(Step next) {
        step = next;
        since = at;
        pending = Pending.NONE;
        deadlines.removeIf(deadline -> !deadline.kind().outlivesSteps());
        return next.stage() == Stage.PROGRESSING ? this : withoutGates();
    }

    StateChange await(String order, Instant due) {
        pending = Pending.on(order, version, at);
        return deadline(DeadlineKind.REORDER, due);
    }

    StateChange pending(Pending next) {
        pending = next;
        return this;
    }

    StateChange deadline(DeadlineKind kind, Instant due) {
        without(kind);
        deadlines.add(new Deadline(kind, due));
        return this;
    }

    StateChange without(DeadlineKind kind) {
        deadlines.removeIf(deadline -> deadline.kind() == kind);
        return this;
    }

    /** Asks a gate, or changes what is known of it. */
    StateChange gate(Gate gate) {
        gates.removeIf(it -> it.type() == gate.type());
        gates.add(gate);
        return this;
    }

    StateChange withoutGate(HookType type) {
        gates.removeIf(it -> it.type() == type);
        without(Gate.deadline(type));
        return type == HookType.ROLLBACK ? this : without(DeadlineKind.GATE_TIMEOUT);
    }

    StateChange withoutGates() {
        List.copyOf(gates).forEach(gate -> withoutGate(gate.type()));
        return this;
    }

    StateChange attempt(Attempt next) {
        attempt = next;
        return this;
    }

    StateChange standing(Standing next) {
        standing = next;
        return this;
    }

    StateChange life(Life life, Contract contract) {
        return standing(new Standing(life, standing.rollouts(), contract, standing.revisions(),
                standing.primary(), standing.canary(), standing.route(), standing.shown(),
                standing.blueprint(), standing.cookied()));
    }

    StateChange blueprint(Blueprint next) {
        return standing(new Standing(standing.life(), standing.rollouts(), standing.contract(),
                standing.revisions(), standing.primary(), standing.canary(), standing.route(),
                standing.shown(), next, standing.cookied()));
    }

    /** The newest rollout that gave cookies. */
    StateChange cookied(RolloutId rollout) {
        return standing(new Standing(standing.life(), standing.rollouts(), standing.contract(),
                standing.revisions(), standing.primary(), standing.canary(), standing.route(),
                standing.shown(), standing.blueprint(), rollout));
    }

    StateChange rollouts(long count) {
        return standing(new Standing(standing.life(), count, standing.contract(),
                standing.revisions(), standing.primary(), standing.canary(), standing.route(),
                standing.shown(), standing.blueprint(), standing.cookied()));
    }

    StateChange revisions(Revision promoted, Revision applied, Revision wanted) {
        return standing(new Standing(standing.life(), standing.rollouts(), standing.contract(),
                new Revisions(promoted, applied, wanted), standing.primary(), standing.canary(),
                standing.route(), standing.shown(), standing.blueprint(), standing.cookied()));
    }

    StateChange ready(Side side, Condition condition) {
        boolean primary = side == Side.PRIMARY;
        return standing(new Standing(standing.life(), standing.rollouts(), standing.contract(),
                standing.revisions(), primary ? condition : standing.primary(),
                primary ? standing.canary() : condition, standing.route(), standing.shown(),
                standing.blueprint(), standing.cookied()));
    }

    /** The route is told a share; the version is that of this fact. */
    StateChange routeOrdered(Weight canary) {
        return routeOrdered(canary, false);
    }

    /** The same; users whom it keeps at the canary may have a cookie of this rollout. */
    StateChange routeOrdered(Weight canary, boolean mirrored) {
        without(DeadlineKind.REPAIR);
        route(new Route(canary, false, version, mirrored));
        return canary.equals(Weight.ZERO) || !before.definition().analysis().keepsUsers() ? this
                : cookied(attempt.id());
    }

    StateChange routeConfirmed() {
        Route route = standing.route();
        without(DeadlineKind.REPAIR);
        return route(new Route(route.canary(), true, route.version(), route.mirrored()));
    }

    private StateChange route(Route route) {
        return standing(new Standing(standing.life(), standing.rollouts(), standing.contract(),
                standing.revisions(), standing.primary(), standing.canary(), route,
                standing.shown(), standing.blueprint(), standing.cookied()));
    }

    /** The status tells another phase from now on; troubles of the one before are over. */
    StateChange phase(String phase, int failedChecks, Weight weight) {
        Shown old = standing.shown();
        boolean same = Phases.promoted(old.phase()).equals(Phases.promoted(phase));
        return shown(new Shown(phase, same ? old.since() : at, at, failedChecks, weight, ""));
    }

    StateChange weight(Weight weight) {
        Shown old = standing.shown();
        return shown(new Shown(old.phase(), old.since(), at, old.failedChecks(), weight, ""));
    }

    StateChange failedChecks(int count) {
        Shown old = standing.shown();
        return shown(new Shown(old.phase(), old.since(), at, count, old.weight(), old.trouble()));
    }

    StateChange trouble(String text) {
        Shown old = standing.shown();
        return shown(new Shown(old.phase(), old.since(), at, old.failedChecks(), old.weight(),
                text));
    }

    private StateChange shown(Shown shown) {
        return standing(new Standing(standing.life(), standing.rollouts(), standing.contract(),
                standing.revisions(), standing.primary(), standing.canary(), standing.route(),
                shown, standing.blueprint(), standing.cookied()));
    }
}
