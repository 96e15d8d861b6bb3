package dev.fairlead.orchestrator.rollout.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.fact.FactHead;
import dev.fairlead.events.fact.RequestRefused;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.orchestrator.rollout.Rejection;
import dev.fairlead.orchestrator.rollout.state.Deadline;
import dev.fairlead.orchestrator.rollout.state.RolloutEvolution;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** A decision in the making: each fact drafted is applied at once, so that rules can build on it. */
public final class Draft {

    private final Instant at;
    private final List<RolloutFact> facts = new ArrayList<>();
    private TargetState state;

    /**
     * @param at
     *            the moment of the decision
     */
    public Draft(TargetState state, Instant at) {
        this.state = state;
        this.at = at;
    }

    /** The facts so far, in order. */
    public List<RolloutFact> facts() {
        return List.copyOf(facts);
    }

    void add(RolloutFact fact) {
        facts.add(fact);
        state = RolloutEvolution.evolve(state, fact);
    }

    /** Keeps that a person was refused. */
    public void refuse(String request, Rejection reason) {
        add(new RequestRefused(head(), request, reason.code(), reason.message()));
    }

    TargetState state() {
        return state;
    }

    Step step() {
        return state.step();
    }

    Definition definition() {
        return state.definition();
    }

    FactHead head() {
        return new FactHead(state.life(), state.rollout(), at);
    }

    Instant at() {
        return at;
    }

    Instant in(Duration wait) {
        return at.plus(wait);
    }

    boolean awaits(Deadline deadline) {
        return state.awaits(deadline);
    }
}
