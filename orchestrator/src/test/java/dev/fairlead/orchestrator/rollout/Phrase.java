package dev.fairlead.orchestrator.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.fairlead.events.fact.FactHead;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.orchestrator.rollout.state.RolloutEvolution;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** Facts in words. What exactly they are depends on the state that they come to. */
interface Phrase {

    List<RolloutFact> in(TargetState state, Instant at);

    /** One phrase after the other. */
    static Phrase all(Phrase... phrases) {
        return (state, at) -> {
            List<RolloutFact> facts = new ArrayList<>();
            TargetState now = state;
            for (Phrase phrase : phrases) {
                List<RolloutFact> next = phrase.in(now, at);
                facts.addAll(next);
                now = fold(now, next);
            }
            return facts;
        };
    }

    static Phrase one(Fact fact) {
        return (state, at) -> List.of(fact.of(new Moment(state, at)));
    }

    static TargetState fold(TargetState state, List<RolloutFact> facts) {
        return facts.stream().reduce(state, RolloutEvolution::evolve, (one, other) -> other);
    }

    /** A fact, by the moment it comes at. */
    interface Fact {

        RolloutFact of(Moment now);
    }

    /** When a fact comes, and to what. */
    record Moment(TargetState state, Instant at) {

        FactHead head() {
            return new FactHead(state.life(), state.rollout(), at);
        }

        Instant in(Duration wait) {
            return at.plus(wait);
        }

        Instant in(int seconds) {
            return at.plusSeconds(seconds);
        }
    }
}
