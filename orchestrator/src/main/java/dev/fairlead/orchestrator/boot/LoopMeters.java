package dev.fairlead.orchestrator.boot;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import dev.fairlead.orchestrator.loop.DecisionLoop;
import dev.fairlead.orchestrator.loop.Fleet;
import dev.fairlead.orchestrator.loop.LoopReport.Stage;
import dev.fairlead.orchestrator.relay.Relay;

/** What is measured of the loop and the relay. */
final class LoopMeters implements MeterBinder {

    private static final double MS_PER_S = 1_000.0;

    private final DecisionLoop loop;
    private final Relay relay;
    private final LoopBeans.LoopParts parts;
    private final Fleet fleet;

    LoopMeters(DecisionLoop loop, Relay relay, LoopBeans.LoopParts parts, Fleet fleet) {
        this.loop = loop;
        this.relay = relay;
        this.parts = parts;
        this.fleet = fleet;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("fairlead.loop.active", loop,
                it -> it.report().stage() == Stage.ACTIVE ? 1 : 0)
                .description("1 on the instance that decides")
                .register(registry);
        Gauge.builder("fairlead.loop.term", loop, it -> it.report().term())
                .description("the term of the lease last held here")
                .register(registry);
        Gauge.builder("fairlead.log.position", loop, it -> it.report().position())
                .description("the last position of the log known here")
                .register(registry);
        Gauge.builder("fairlead.targets.halted", loop, it -> it.report().halted())
                .description("targets stopped by an error of the engine")
                .register(registry);
        Gauge.builder("fairlead.loop.heads", loop, it -> it.report().cached())
                .description("states in memory")
                .register(registry);
        Gauge.builder("fairlead.relay.lag.events", relay, Relay::lag)
                .description("positions that may not be published yet")
                .register(registry);
        Gauge.builder("fairlead.relay.lag.seconds", relay,
                it -> it.lagTime().toMillis() / MS_PER_S)
                .description("for how long something has waited to be published")
                .register(registry);
        Gauge.builder("fairlead.deadlines.held", parts, it -> it.timers().heldBack())
                .description("deadlines that have come but wait for a cluster to be seen")
                .register(registry);
        fleet.clusters()
                .forEach(cluster -> Gauge
                        .builder("fairlead.eyes.closed.seconds", parts,
                                it -> it.eyes().closedFor(cluster).toMillis() / MS_PER_S)
                        .description(
                                "for how long deadlines have waited for the cluster to be seen")
                        .tag("cluster", cluster)
                        .register(registry));
    }
}
