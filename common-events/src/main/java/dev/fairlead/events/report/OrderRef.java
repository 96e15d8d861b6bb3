package dev.fairlead.events.report;

import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.order.Order;

/**
 * Names the order that a report answers.
 *
 * @param type
 *            the order's type, such as {@code ShiftTraffic}
 * @param worker
 *            who answers
 */
public record OrderRef(OrderId id, TargetKey target, Life life, Fence fence, String type,
        String worker) {

    public static OrderRef to(Order order, String worker) {
        var head = order.head();
        return new OrderRef(head.id(), head.target(), head.life(), head.fence(),
                order.getClass().getSimpleName(), worker);
    }
}
