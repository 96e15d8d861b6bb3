package dev.fairlead.orchestrator.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.fact.RolloutFact;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.PrepareTarget;
import dev.fairlead.events.order.PromoteWorkload;
import dev.fairlead.events.order.ReportStatus;
import dev.fairlead.events.order.RevertTarget;
import dev.fairlead.events.order.RunAnalysis;
import dev.fairlead.events.order.ScaleWorkload;
import dev.fairlead.events.order.SendNotice;
import dev.fairlead.events.order.ShiftTraffic;
import dev.fairlead.orchestrator.rollout.state.RolloutEvolution;
import dev.fairlead.orchestrator.rollout.state.TargetState;

/** Orders as lines that people can read: what is done, what is told. */
final class OrderLines {

    private OrderLines() {}

    static List<Order> orders(TargetState before, List<RolloutFact> facts) {
        List<Order> orders = new ArrayList<>();
        TargetState state = before;
        for (RolloutFact fact : facts) {
            state = RolloutEvolution.evolve(state, fact);
            orders.addAll(Orders.following(state, fact, 1));
        }
        return orders;
    }

    static List<String> of(List<Order> orders) {
        return orders.stream().flatMap(OrderLines::lines).toList();
    }

    private static Stream<String> lines(Order order) {
        return switch (order) {
            case PrepareTarget it -> Stream.of("prepare " + it.stage() + " "
                    + it.revision().template() + " canary=" + it.canary()
                    + (it.blueprint().isNone() ? "" : " by blueprint"));
            case ScaleWorkload it -> Stream.of("scale " + it.direction());
            case ShiftTraffic it -> Stream.of("route canary=" + it.canary());
            case PromoteWorkload it -> Stream.of("promote " + it.revision().template());
            case RevertTarget it -> Stream.of("revert adopted=" + it.adopted());
            case RunAnalysis it -> Stream.of("analyse " + it.analysis()
                    + (it.sourceLost().equals(Instant.EPOCH) ? "" : " sourceLost"));
            case CallHooks it -> Stream.of("hooks " + it.kind().wireName() + " "
                    + it.hooks().stream().map(Hook::name).toList());
            case SendNotice it -> Stream.of("alert " + it.severity() + " " + it.text());
            case ReportStatus it -> Stream.concat(Stream.of(status(it)), it.events()
                    .stream()
                    .map(event -> (event.warning() ? "Warning " : "Normal ") + event.message()));
        };
    }

    private static String status(ReportStatus it) {
        return "status " + it.status().phase() + " weight=" + it.status().canaryWeight()
                + " failedChecks=" + it.status().failedChecks();
    }
}
