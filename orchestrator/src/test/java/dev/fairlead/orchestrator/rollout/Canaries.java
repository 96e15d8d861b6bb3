package dev.fairlead.orchestrator.rollout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.fairlead.events.Address;
import dev.fairlead.events.TargetKey;
import dev.fairlead.events.Tree;
import dev.fairlead.events.definition.Analysis;
import dev.fairlead.events.definition.Definition;
import dev.fairlead.events.definition.Definition.Drain;
import dev.fairlead.events.definition.Definition.RouteNames;
import dev.fairlead.events.definition.Definition.Switches;
import dev.fairlead.events.definition.Definition.Traffic;
import dev.fairlead.events.definition.Hook;
import dev.fairlead.events.definition.HookType;
import dev.fairlead.events.definition.MetricCheck;
import dev.fairlead.events.definition.MetricSource;
import dev.fairlead.events.definition.Policies;
import dev.fairlead.events.definition.Policies.GateDefault;
import dev.fairlead.events.definition.PrimaryScaler;
import dev.fairlead.events.definition.Steps;
import dev.fairlead.events.definition.WorkloadRef;

/** What a Canary may say: that of a typical user, and edits of it. */
final class Canaries {

    static final TargetKey PODINFO = new TargetKey("eu-1", "test", "podinfo");
    static final Duration INTERVAL = Duration.ofSeconds(10);
    static final Duration DEADLINE = Duration.ofSeconds(60);
    static final Duration DRAIN = Duration.ofSeconds(10);
    static final Duration DRAIN_AFTER_ROLLBACK = Duration.ofSeconds(5);

    private Canaries() {}

    /** Weights 20 and 40, threshold 2, one metric, no hooks. */
    static Definition podinfo() {
        Definition none = Definition.NONE;
        return new Definition("istio", new WorkloadRef("apps/v1", "Deployment", "podinfo"),
                WorkloadRef.NONE,
                new Traffic("podinfo", 9898, Tree.EMPTY, new RouteNames("podinfo", "podinfo")),
                analysis(new Steps(20, List.of(), 40, 0)), List.of(successRate()), List.of(),
                List.of(), DEADLINE, new Drain(DRAIN, DRAIN_AFTER_ROLLBACK), none.policies(),
                none.switches(),
                PrimaryScaler.NONE);
    }

    static Definition steps(int stepWeight, int maxWeight) {
        return with(podinfo(), analysis(new Steps(stepWeight, List.of(), maxWeight, 0)));
    }

    static Definition stepWeights(Integer... weights) {
        return with(podinfo(), analysis(new Steps(0, List.of(weights), 0, 0)));
    }

    static Definition promotedBySteps(int stepWeightPromotion) {
        return with(podinfo(), analysis(new Steps(20, List.of(), 40, stepWeightPromotion)));
    }

    static Definition hooks(Hook... hooks) {
        Definition it = podinfo();
        return new Definition(it.provider(), it.workload(), it.scaler(), it.traffic(),
                it.analysis(), it.metrics(), List.of(hooks), it.alerts(), it.progressDeadline(),
                it.drain(), it.policies(), it.switches(),
                it.primaryScaler());
    }

    /** Every gate has a hook of its name. */
    static Definition gated() {
        return hooks(hook("ask", HookType.CONFIRM_ROLLOUT),
                hook("more", HookType.CONFIRM_TRAFFIC_INCREASE),
                hook("promote", HookType.CONFIRM_PROMOTION), hook("back", HookType.ROLLBACK));
    }

    static Definition gate(HookType type) {
        return hooks(hook("gate", type));
    }

    static Definition gateTimeout(HookType type, GateDefault then) {
        Definition it = gate(type);
        return new Definition(it.provider(), it.workload(), it.scaler(), it.traffic(),
                it.analysis(), it.metrics(), it.hooks(), it.alerts(), it.progressDeadline(),
                it.drain(), new Policies(it.policies().onNoData(), it.policies().onSourceError(),
                        Duration.ofHours(2), then),
                it.switches(),
                it.primaryScaler());
    }

    static Definition skippingAnalysis() {
        Definition it = podinfo();
        return new Definition(it.provider(), it.workload(), it.scaler(), it.traffic(),
                it.analysis(), it.metrics(), it.hooks(), it.alerts(), it.progressDeadline(),
                it.drain(), it.policies(), new Switches(true, false, false),
                it.primaryScaler());
    }

    static Hook hook(String name, HookType type) {
        return new Hook(name, type, Address.plain("http://" + name + ".test/"),
                Duration.ofSeconds(10), 0, false, false, Map.of());
    }

    static Definition withoutMetrics() {
        Definition it = podinfo();
        return new Definition(it.provider(), it.workload(), it.scaler(), it.traffic(),
                it.analysis(), List.of(), it.hooks(), it.alerts(), it.progressDeadline(),
                it.drain(), it.policies(), it.switches(),
                it.primaryScaler());
    }

    static Definition reverting() {
        Definition it = podinfo();
        return new Definition(it.provider(), it.workload(), it.scaler(), it.traffic(),
                it.analysis(), it.metrics(), it.hooks(), it.alerts(), it.progressDeadline(),
                it.drain(), it.policies(), new Switches(false, false, true),
                it.primaryScaler());
    }

    static Definition suspended() {
        Definition it = podinfo();
        return new Definition(it.provider(), it.workload(), it.scaler(), it.traffic(),
                it.analysis(), it.metrics(), it.hooks(), it.alerts(), it.progressDeadline(),
                it.drain(), it.policies(), new Switches(false, true, false),
                it.primaryScaler());
    }

    static Definition threshold(int threshold) {
        Analysis it = podinfo().analysis();
        return with(podinfo(), new Analysis(it.interval(), threshold, 0, it.steps(), it.mirror(),
                it.match(), it.sessionAffinity(), 100, 100));
    }

    /** Another port: the objects must be prepared anew. */
    static Definition onPort(int port) {
        Definition it = podinfo();
        return new Definition(it.provider(), it.workload(), it.scaler(),
                new Traffic("podinfo", port, Tree.EMPTY, it.traffic().names()), it.analysis(),
                it.metrics(), it.hooks(), it.alerts(), it.progressDeadline(), it.drain(),
                it.policies(), it.switches(),
                it.primaryScaler());
    }

    /** Another timeout of requests: only the route is written anew. */
    static Definition withTimeout(String timeout) {
        Definition it = podinfo();
        return new Definition(it.provider(), it.workload(), it.scaler(),
                new Traffic("podinfo", 9898, new Tree(Map.of("timeout", timeout)),
                        it.traffic().names()),
                it.analysis(), it.metrics(), it.hooks(), it.alerts(), it.progressDeadline(),
                it.drain(), it.policies(), it.switches(),
                it.primaryScaler());
    }

    static Definition ofWorkload(String name) {
        Definition it = podinfo();
        return new Definition(it.provider(), new WorkloadRef("apps/v1", "Deployment", name),
                it.scaler(), it.traffic(), it.analysis(), it.metrics(), it.hooks(), it.alerts(),
                it.progressDeadline(), it.drain(), it.policies(), it.switches(),
                it.primaryScaler());
    }

    /** All at once instead of by weights. */
    static Definition blueGreen() {
        Analysis it = podinfo().analysis();
        return with(podinfo(), new Analysis(it.interval(), 2, 3, new Steps(0, List.of(), 0, 0),
                it.mirror(), it.match(), it.sessionAffinity(), 100, 100));
    }

    /** A Canary by weights, to be said more of. */
    static Trial weights(int stepWeight, int maxWeight) {
        return new Trial(steps(stepWeight, maxWeight));
    }

    /** A Canary without weights, to be said more of. */
    static Trial iterations(int count) {
        Analysis it = podinfo().analysis();
        return new Trial(with(podinfo(), new Analysis(it.interval(), 2, count,
                new Steps(0, List.of(), 0, 0), it.mirror(), List.of(), Tree.EMPTY, 100, 100)));
    }

    /** How a revision is tried, said bit by bit. */
    record Trial(Definition done) {

        Trial mirrored(int percent) {
            Analysis it = done.analysis();
            return analysis(new Analysis(it.interval(), it.threshold(), it.iterations(),
                    it.steps(), new Analysis.Mirror(true, percent), it.match(),
                    it.sessionAffinity(), 100, 100));
        }

        Trial matching(String header, String value) {
            Analysis it = done.analysis();
            Tree match = new Tree(Map.of("headers", Map.of(header, Map.of("exact", value))));
            return analysis(new Analysis(it.interval(), it.threshold(), it.iterations(),
                    it.steps(), it.mirror(), List.of(match), it.sessionAffinity(), 100, 100));
        }

        Trial keepingUsers() {
            Analysis it = done.analysis();
            Tree affinity = new Tree(Map.of("cookieName", "canary-cookie", "primaryCookieName",
                    "primary-cookie"));
            return analysis(new Analysis(it.interval(), it.threshold(), it.iterations(),
                    it.steps(), it.mirror(), it.match(), affinity, 100, 100));
        }

        Trial provider(String name) {
            Definition it = done;
            return new Trial(new Definition(name, it.workload(), it.scaler(), it.traffic(),
                    it.analysis(), it.metrics(), it.hooks(), it.alerts(), it.progressDeadline(),
                    it.drain(), it.policies(), it.switches(),
                    PrimaryScaler.NONE));
        }

        Trial hooks(Hook... hooks) {
            Definition it = done;
            return new Trial(new Definition(it.provider(), it.workload(), it.scaler(),
                    it.traffic(), it.analysis(), it.metrics(), List.of(hooks), it.alerts(),
                    it.progressDeadline(), it.drain(), it.policies(), it.switches(),
                    it.primaryScaler()));
        }

        private Trial analysis(Analysis analysis) {
            return new Trial(with(done, analysis));
        }
    }

    static Stream<Definition> edits() {
        return Stream.of(podinfo(), steps(20, 50), stepWeights(5, 30, 60), promotedBySteps(20),
                hooks(hook("smoke", HookType.PRE_ROLLOUT), hook("load", HookType.ROLLOUT),
                        hook("post", HookType.POST_ROLLOUT)),
                withoutMetrics(), gated(), skippingAnalysis(), suspended(), threshold(1),
                onPort(8080), withTimeout("15s"),
                ofWorkload("other"), blueGreen(), iterations(1).mirrored(0).done(), reverting(),
                iterations(2).matching("x-canary", "insider").done(),
                iterations(2).hooks(hook("promote", HookType.CONFIRM_PROMOTION)).done(),
                iterations(2).provider("kubernetes").done(), weights(30, 50).mirrored(50).done(),
                weights(30, 50).keepingUsers().done());
    }

    private static Definition with(Definition it, Analysis analysis) {
        return new Definition(it.provider(), it.workload(), it.scaler(), it.traffic(), analysis,
                it.metrics(), it.hooks(), it.alerts(), it.progressDeadline(), it.drain(),
                it.policies(), it.switches(),
                it.primaryScaler());
    }

    private static Analysis analysis(Steps steps) {
        return new Analysis(INTERVAL, 2, 0, steps, new Analysis.Mirror(false, 0), List.of(),
                Tree.EMPTY, 100, 100);
    }

    private static MetricCheck successRate() {
        return new MetricCheck("request-success-rate", MetricCheck.Kind.SUCCESS_RATE,
                new MetricSource("prometheus", "istio", Address.plain("http://prometheus:9090"),
                        "", "", false),
                "", "1m", new MetricCheck.Range("99", ""), Map.of());
    }
}
