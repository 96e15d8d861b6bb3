package dev.fairlead.sandbox.simulation.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import dev.fairlead.analyzer.hooks.HookCall;
import dev.fairlead.analyzer.metrics.Accesses;
import dev.fairlead.analyzer.work.AnalysisWork;
import dev.fairlead.analyzer.work.HookWork;
import dev.fairlead.analyzer.work.Meters;
import dev.fairlead.events.AnalysisId;
import dev.fairlead.events.order.CallHooks;
import dev.fairlead.events.order.Order;
import dev.fairlead.events.order.RunAnalysis;
import dev.fairlead.events.report.AnalysisScored;
import dev.fairlead.events.report.AnalysisUnanswered;
import dev.fairlead.events.report.HooksAnswered;
import dev.fairlead.events.report.HooksAnswered.HookAnswer;
import dev.fairlead.events.report.OrderRef;
import dev.fairlead.events.report.Report;
import dev.fairlead.sandbox.simulation.topic.Group;
import dev.fairlead.topics.Topics;

/** An analyzer: the work that ships, over metric stores and hooks that are made up. */
final class AnalyzerProcess implements Startable {

    /** The groups of a pool's analyzers. */
    record Groups(Group analyses, Group hooks) {}

    private final Ground ground;
    private final Process process;
    private final Sources sources;
    private final AnalysisWork analyses;
    private final HookWork hooks;
    private final AskedGates gates;
    private final Reporting reports;
    private final Listening analysisOrders;
    private final Listening hookOrders;

    AnalyzerProcess(Ground ground, Process process, String pool, Groups groups) {
        this.ground = ground;
        this.process = process;
        this.sources = new Sources(ground, process);
        var meters = new Meters(new CompositeMeterRegistry());
        this.analyses = new AnalysisWork(Map.of(sources.type(), sources),
                new Accesses(new NoReferences()), meters, ground::instant,
                ground.scheduler()::now, new InlineThreads());
        this.hooks = new HookWork(
                new HookCall(sources, new ReadAtUse(ground.clusters()), ground::instant,
                        this::rest),
                meters);
        this.gates = new AskedGates(ground, process, this::asked, this::told);
        this.reports = new Reporting(ground, process, Topics.report(pool));
        this.analysisOrders = new Listening(ground, process,
                new Listening.Subscription(ground.broker().orders(Topics.analysisOrder(pool)),
                        groups.analyses(),
                        order -> ((RunAnalysis) order).analysis().text()),
                this::heard);
        this.hookOrders = new Listening(ground, process,
                new Listening.Subscription(ground.broker().orders(Topics.hookOrder(pool)),
                        groups.hooks(),
                        order -> order.head().target() + "/" + ((CallHooks) order).kind()),
                this::hook);
    }

    @Override
    public void start() {
        analysisOrders.start();
        hookOrders.start();
    }

    @Override
    public void stopped() {
        analysisOrders.stop();
        hookOrders.stop();
    }

    private void heard(Order order) {
        process.call();
        reports.publish(answer(order));
    }

    private void hook(Order order) {
        CallHooks call = (CallHooks) order;
        gates.forget(call);
        boolean late = !ground.instant().isBefore(order.head().expires());
        if (late || call.every().isZero()) {
            heard(order);
        } else {
            gates.watch(call);
        }
    }

    private List<HookAnswer> asked(CallHooks call) {
        sources.lookAt(call.head().target());
        return hooks.call(call);
    }

    private void told(CallHooks call, List<HookAnswer> answers) {
        reports.publish(new HooksAnswered(OrderRef.to(call, process.name()), call.kind(),
                answers));
    }

    private Report answer(Order order) {
        OrderRef ref = OrderRef.to(order, process.name());
        boolean late = !ground.instant().isBefore(order.head().expires());
        sources.lookAt(order.head().target());
        return switch (order) {
            case RunAnalysis run when late -> new AnalysisUnanswered(ref, run.analysis(),
                    "expired before it was begun");
            case RunAnalysis run -> new AnalysisScored(ref, run.analysis(), run.judge(),
                    analyses.score(run));
            case CallHooks call when !late -> new HooksAnswered(ref, call.kind(),
                    hooks.call(call));
            case Order other -> new AnalysisUnanswered(ref, AnalysisId.NONE,
                    "expired before it was begun");
        };
    }

    private void rest(Duration pause) {
        process.pass(pause.toNanos());
    }
}
