package dev.fairlead.notifier;

import java.time.Instant;
import java.util.List;

import dev.fairlead.events.Address;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.AlertRoute;
import dev.fairlead.events.definition.AlertRoute.Severity;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.events.order.SendNotice.Field;

/** Orders as the orchestrator gives them. */
public final class Orders {

    private Orders() {}

    public static SendNotice notice(String target, int version, List<AlertRoute> routes) {
        var key = new TargetKey("eu-1", "prod", target);
        var fence = new Fence(1, version);
        var head = new OrderHead(OrderId.of(key, fence, 0), key, new Life("uid"),
                RolloutId.of(key, 1), fence, OrderHead.NEVER);
        return new SendNotice(head, target, "Failed checks threshold reached 2", Severity.ERROR,
                List.of(new Field("Progress deadline", "600s")), routes);
    }

    public static SendNotice expiring(SendNotice notice, Instant expires) {
        var head = notice.head();
        return new SendNotice(
                new OrderHead(head.id(), head.target(), head.life(), head.rollout(), head.fence(),
                        expires),
                notice.workload(), notice.text(), notice.severity(), notice.fields(),
                notice.routes());
    }

    public static AlertRoute route(String name, Severity severity, String url) {
        return new AlertRoute(name, severity, "slack", "releases", "", Address.plain(url),
                Address.NONE, "");
    }
}
