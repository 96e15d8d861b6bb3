package dev.fairlead.orchestrator.rollout.tell;

import java.util.List;
import java.util.stream.Stream;

import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.MetricCheck.Kind;

/** Puts checks in the order in which Flagger meets them, so that its first failure is ours. */
final class Checks {

    private Checks() {}

    static List<MetricCheck> inFlaggersOrder(List<MetricCheck> checks) {
        return Stream.concat(checks.stream().filter(check -> check.kind() != Kind.TEMPLATE),
                checks.stream().filter(check -> check.kind() == Kind.TEMPLATE)).toList();
    }
}
