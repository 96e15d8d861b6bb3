package dev.fairlead.sandbox.bench.reaction;

import java.util.function.Consumer;

import io.vertx.core.Vertx;

import dev.fairlead.sandbox.bench.ground.AuditLog;
import dev.fairlead.sandbox.bench.ground.BareChain;
import dev.fairlead.sandbox.bench.ground.BenchWorld;
import dev.fairlead.sandbox.bench.ground.MetricStand;
import dev.fairlead.sandbox.bench.ground.ReportTap;
import dev.fairlead.sandbox.bench.ground.Targets;
import dev.fairlead.sandbox.hooks.SlackStandIn;
import dev.fairlead.sandbox.mesh.Started;

/**
 * What the parts of the reaction bench work with.
 *
 * @param tell who hears what is being done
 */
record Stand(BenchWorld ground, Targets targets, MetricStand metrics, SlackStandIn slack,
        ReportTap reports, BareChain bare, Consumer<String> tell) {

    /** The agent that scales and routes for us. */
    static final String ROUTER = "fairlead-router";

    /** Starts the engine in a world, and all that looks at it. */
    static Stand open(BenchWorld ground, Consumer<String> tell) {
        Vertx vertx = Vertx.vertx();
        ground.keep(() -> Started.within(vertx.close()));
        MetricStand metrics = ground.keep(new MetricStand(ground.world()));
        SlackStandIn slack = ground.keep(new SlackStandIn(vertx));
        ground.startEngine();
        Targets targets = ground.keep(new Targets(ground, metrics.address(), slack.url()));
        ReportTap reports = ground.keep(new ReportTap(ground));
        BareChain bare = ground.keep(new BareChain(ground));
        return new Stand(ground, targets, metrics, slack, reports, bare, tell);
    }

    AuditLog audit() {
        return ground.audit();
    }

}
