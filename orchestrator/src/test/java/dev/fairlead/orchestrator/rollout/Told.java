package dev.fairlead.orchestrator.rollout;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.order.Order;
import dev.fairlead.orchestrator.rollout.state.Step;
import dev.fairlead.orchestrator.rollout.state.TargetState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The language of the specifications: {@code given(facts).when(command).then(facts)}. Each test
 * also proves that the decision is the same when it is made twice, and when it is made again from
 * the log.
 */
final class Told {

    /** When the given facts came. */
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final LogProof log = new LogProof();
    private TargetState state;
    private Instant at = NOON.plusSeconds(5);
    private TargetState before;
    private List<RolloutFact> facts = List.of();

    private Told(TargetState state) {
        this.state = state;
        this.before = state;
    }

    static Told given(Phrase... past) {
        TargetState unknown = TargetState.unknown(Canaries.PODINFO);
        return new Told(Phrase.fold(unknown, Phrase.all(past).in(unknown, NOON)));
    }

    static Told given(Step step) {
        return given(Places.at(step));
    }

    /** Asks for a decision; what was decided before stands. */
    Told when(Saying saying) {
        Command command = saying.in(state, at);
        before = state;
        at = command.at();
        facts = log.decide(state, command);
        state = Phrase.fold(state, facts);
        return this;
    }

    Told then(Phrase... expected) {
        assertThat(facts).isEqualTo(Phrase.all(expected).in(before, at));
        return this;
    }

    Told thenNothing() {
        assertThat(facts).isEmpty();
        return this;
    }

    Told at(Step step) {
        assertThat(state.step()).isEqualTo(step);
        return this;
    }

    /** What workers are to do and people to hear, in this order. */
    Told ordering(String... lines) {
        assertThat(OrderLines.of(orders())).containsExactly(lines);
        return this;
    }

    List<Order> orders() {
        return OrderLines.orders(before, facts);
    }

    Told with(Consumer<TargetState> check) {
        check.accept(state);
        return this;
    }

    TargetState state() {
        return state;
    }

    List<RolloutFact> facts() {
        return facts;
    }
}
