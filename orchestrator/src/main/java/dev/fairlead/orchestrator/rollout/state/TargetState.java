package dev.fairlead.orchestrator.rollout.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.fairlead.events.Blueprint;
import dev.fairlead.events.Life;
import dev.fairlead.events.Revision;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Weight;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.fact.Standing;
import dev.fairlead.events.fact.Standing.Condition;
import dev.fairlead.events.fact.Standing.Contract;
import dev.fairlead.events.fact.Standing.Revisions;
import dev.fairlead.events.fact.Standing.Route;
import dev.fairlead.events.fact.Standing.Shown;

/**
 * All that is known of a target.
 *
 * @param target
 *            its name
 * @param version
 *            of the newest fact of its stream, 0 before the first
 * @param step
 *            where it stands
 * @param since
 *            when it came there
 * @param standing
 *            what outlives a rollout
 * @param attempt
 *            the rollout under way, {@link Attempt#NONE} when there is none
 * @param pending
 *            the order whose report is awaited
 * @param deadlines
 *            in no order; at most one of a kind
 * @param gates
 *            that are asked beside the step; at most one of a type
 */
public record TargetState(TargetKey target, long version, Step step, Instant since,
        Standing standing, Attempt attempt, Pending pending, List<Deadline> deadlines,
        List<Gate> gates) {

    public TargetState {
        gates = List.copyOf(gates);
        deadlines = List.copyOf(deadlines);
    }

    /** A target of which nothing was ever heard. */
    public static TargetState unknown(TargetKey target) {
        var standing = new Standing(Life.NONE, 0,
                new Contract(0, Definition.NONE, List.of(), Definition.NONE),
                new Revisions(Revision.NONE, Revision.NONE, Revision.NONE), Condition.UNKNOWN,
                Condition.UNKNOWN, new Route(Weight.ZERO, false, 0),
                new Shown("", Instant.EPOCH, Instant.EPOCH, 0, Weight.ZERO, ""), Blueprint.NONE,
                RolloutId.NONE);
        return new TargetState(target, 0, Step.UNREGISTERED, Instant.EPOCH, standing, Attempt.NONE,
                Pending.NONE, List.of(), List.of());
    }

    public Life life() {
        return standing.life();
    }

    public RolloutId rollout() {
        return attempt.id();
    }

    public Definition definition() {
        return standing.contract().definition();
    }

    public Revisions revisions() {
        return standing.revisions();
    }

    public Stage stage() {
        return step.stage();
    }

    /** Whether a rollout is under way. */
    public boolean isRollingOut() {
        return !attempt.id().equals(RolloutId.NONE);
    }

    /** Whether the state waits for just this deadline. */
    public boolean awaits(Deadline deadline) {
        return deadlines.contains(deadline);
    }

    /** A gate that is asked, or was for this step. */
    public Optional<Gate> gate(HookType type) {
        return gates.stream().filter(gate -> gate.type() == type).findFirst();
    }

    /** Whether a revision is tried and has requests: of users, copies, or of a load test. */
    public boolean isMeasurable() {
        Route route = standing.route();
        return route.canary().compareTo(Weight.ZERO) > 0 || route.mirrored()
                || attempt.iterations() > 0;
    }

    /** Whether a person or {@code spec.suspend} holds the rollout. */
    public boolean isHeld() {
        return attempt.paused() || definition().switches().suspended();
    }

    /** One sentence: what is awaited, since when, and what happens next. */
    public String why() {
        return Why.of(this);
    }
}
