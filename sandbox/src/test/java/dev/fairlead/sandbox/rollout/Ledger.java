package dev.fairlead.sandbox.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.fairlead.events.Fence;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.order.Order;
import dev.fairlead.orchestrator.eventlog.LoggedEvent;
import dev.fairlead.orchestrator.rollout.Orders;
import dev.fairlead.orchestrator.rollout.state.RolloutEvolution;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** A target's log folded from its first event, with all that was ordered on the way. */
final class Ledger {

    private final List<Line> lines;

    /** A fact, the state after it, and its orders. */
    record Line(LoggedEvent event, RolloutFact fact, TargetState after, List<Order> orders) {

        Fence fence() {
            return new Fence(event.event().epoch(), event.event().version());
        }
    }

    private Ledger(List<Line> lines) {
        this.lines = lines;
    }

    static Ledger of(Chronicle log) {
        List<Line> lines = new ArrayList<>();
        TargetState state = TargetState.unknown(log.target());
        for (LoggedEvent event : log.events()) {
            RolloutFact fact = log.fact(event);
            state = RolloutEvolution.evolve(state, fact);
            lines.add(new Line(event, fact, state,
                    Orders.following(state, fact, event.event().epoch())));
        }
        return new Ledger(List.copyOf(lines));
    }

    List<Line> lines() {
        return lines;
    }

    /** The event that a fence names. */
    Optional<Line> at(Fence fence) {
        return lines.stream().filter(line -> line.fence().equals(fence)).findFirst();
    }

    /** All orders of one type, in order. */
    <T extends Order> Stream<T> orders(Class<T> type) {
        return lines.stream()
                .flatMap(line -> line.orders().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    TargetState state(TargetState unknown) {
        return lines.isEmpty() ? unknown : lines.getLast().after();
    }
}
