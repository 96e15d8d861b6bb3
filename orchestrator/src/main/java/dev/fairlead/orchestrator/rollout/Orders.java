package dev.fairlead.orchestrator.rollout;

import java.util.List;

import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.order.Order;
import dev.fairlead.orchestrator.rollout.state.TargetState;
import dev.fairlead.orchestrator.rollout.tell.FactOrders;

/** What workers are to do because of a fact. */
public final class Orders {

    private Orders() {}

    /**
     * The orders that a fact carries, the most urgent first.
     *
     * @param after
     *            the state with the fact applied
     * @param epoch
     *            of the log, for the fences
     */
    public static List<Order> following(TargetState after, RolloutFact fact, long epoch) {
        return FactOrders.of(after, fact, epoch);
    }
}
