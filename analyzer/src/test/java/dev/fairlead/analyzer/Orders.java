package dev.fairlead.analyzer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.fairlead.events.Address;
import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.Fence;
import dev.fairlead.events.Life;
import dev.fairlead.events.OrderId;
import dev.fairlead.events.RolloutId;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.MetricCheck.Kind;
import dev.fairlead.events.definition.MetricCheck.Range;
import dev.fairlead.events.definition.MetricSource;
import dev.fairlead.events.definition.Policies;
import dev.fairlead.events.definition.Policies.GateDefault;
import dev.fairlead.events.definition.Policies.Unanswered;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.order.OrderHead;
import dev.fairlead.events.order.RunAnalysis;
import dev.fairlead.events.order.RunAnalysis.QueryNames;

/** Orders as the orchestrator gives them. */
public final class Orders {

    public static final Policies FAILED = new Policies(Unanswered.FAILED, Unanswered.FAILED,
            Duration.ofHours(24), GateDefault.REMIND);

    private Orders() {}

    public static OrderHead head(String target, Instant expires) {
        var key = new TargetKey("eu-1", "prod", target);
        var fence = new Fence(1, 7);
        return new OrderHead(OrderId.of(key, fence, 0), key, new Life("uid"), RolloutId.of(key, 1),
                fence, expires);
    }

    public static RunAnalysis analysis(String target, Instant expires, int judge,
            MetricCheck... metrics) {
        var head = head(target, expires);
        return new RunAnalysis(head, AnalysisId.of(head.rollout(), 1), judge,
                new QueryNames(target, "prod", target, target, target, target), List.of(metrics),
                FAILED, Instant.EPOCH);
    }

    /** Success rate of at least 99 %, asked at an address. */
    public static MetricCheck successRate(String address) {
        return check("request-success-rate", Kind.SUCCESS_RATE,
                "sum(rate(  requests{ns=\"{{ namespace }}\",\n target=\"{{ target }}\"}[{{ interval }}]))",
                source("istio", address));
    }

    public static MetricCheck check(String name, Kind kind, String query, MetricSource source) {
        return new MetricCheck(name, kind, source, query, "1m", new Range("99", ""), Map.of());
    }

    public static MetricSource source(String label, String address) {
        return new MetricSource("prometheus", label, Address.plain(address), "", "", false);
    }

    public static CallHooks hooks(String target, HookType type, Hook... hooks) {
        return new CallHooks(head(target, OrderHead.NEVER), type, List.of(hooks), target,
                "Progressing", "4cb74184589", Map.of(), Map.of(), Duration.ZERO, 1);
    }

    public static Hook hook(String name, HookType type, String url, int retries) {
        return new Hook(name, type, Address.plain(url), Duration.ofSeconds(2), retries, false,
                false, Map.of("cmd", "test <a> & b"));
    }
}
