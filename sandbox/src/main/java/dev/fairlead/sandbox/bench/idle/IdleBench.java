package dev.fairlead.sandbox.bench.idle;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

import io.vertx.core.Vertx;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.fairlead.sandbox.bench.BenchCommand;
import dev.fairlead.sandbox.bench.ground.ApiCall;
import dev.fairlead.sandbox.bench.ground.BenchWorld;
import dev.fairlead.sandbox.bench.ground.MetricStand;
import dev.fairlead.sandbox.bench.ground.TargetShape;
import dev.fairlead.sandbox.bench.ground.Targets;
import dev.fairlead.sandbox.bench.ground.Waiting;
import dev.fairlead.sandbox.bench.sheet.Figure;
import dev.fairlead.sandbox.bench.sheet.Machine;
import dev.fairlead.sandbox.bench.sheet.MachineShare;
import dev.fairlead.sandbox.bench.sheet.Sheet;
import dev.fairlead.sandbox.bench.sheet.Spread;
import dev.fairlead.sandbox.hooks.SlackStandIn;
import dev.fairlead.sandbox.mesh.Started;

/** {@code fairlead bench idle}. */
@Command(name = "idle", description = "what the engine takes while nothing is released", sortOptions = false)
public final class IdleBench extends BenchCommand {

    private static final String WITHOUT = "the same world, engine stopped";
    private static final int COUNTED = 100;
    private static final Duration SETTLE = Duration.ofSeconds(15);

    @Option(names = "--targets", split = ",", paramLabel = "N", description = "numbers of idle targets (0,100,1000)")
    private List<Integer> targets = List.of(0, COUNTED, 1_000);

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "5", description = "for which API calls are counted, with 100 targets or the fewest above"
            + " 0 (${DEFAULT-VALUE})")
    private int minutes;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "60", description = "over which processor time is measured (${DEFAULT-VALUE})")
    private int seconds;

    @Override
    protected void measure(Sheet sheet) {
        try (BenchWorld ground = new BenchWorld(this::tell)) {
            Vertx vertx = Vertx.vertx();
            ground.keep(() -> Started.within(vertx.close()));
            MetricStand metrics = ground.keep(new MetricStand(ground.world()));
            SlackStandIn slack = ground.keep(new SlackStandIn(vertx));
            ground.startEngine();
            Targets made = ground.keep(new Targets(ground, metrics.address(), slack.url()));
            int before = 0;
            boolean counted = false;
            for (int count : new TreeSet<>(targets)) {
                tell("making " + (count - before) + " more targets");
                made.make(Targets.names("idle", count).subList(before, count), TargetShape.STILL);
                before = count;
                Waiting.pass(SETTLE);
                if (count >= Math.min(COUNTED, fewest()) && count > 0 && !counted) {
                    counted = true;
                    sheet.add(calls(ground, count));
                }
                atRest(sheet, ground, count);
            }
        }
    }

    private int fewest() {
        return targets.stream().filter(it -> it > 0).min(Integer::compare).orElse(COUNTED);
    }

    /** Requests of the services, watches aside. */
    private Figure calls(BenchWorld ground, int count) {
        tell("counting the API calls of " + count + " idle targets for " + minutes + " min");
        long mark = ground.audit().mark();
        Machine before = Machine.now();
        Waiting.pass(Duration.ofMinutes(minutes));
        MachineShare machine = before.since();
        List<ApiCall> ours = ground.audit().since(mark).stream().filter(ApiCall::isOurs).toList();
        ours.forEach(call -> tell("called: " + call.agent() + " " + call.verb() + " "
                + call.resource() + " " + call.name()));
        return Figure.of("API calls for " + count + " idle targets in " + minutes
                + " min, watches aside", "calls", Spread.single(ours.size()), machine)
                .atMost("all", ours.size(), 0);
    }

    /** With the engine, then without it, in the same world. */
    private void atRest(Sheet sheet, BenchWorld ground, int count) {
        tell("at rest with " + count + " targets");
        Machine before = Machine.now();
        Use with = Use.during(Duration.ofSeconds(seconds));
        ground.stopEngine();
        Waiting.pass(SETTLE);
        Use without = Use.during(Duration.ofSeconds(seconds));
        MachineShare machine = before.since();
        ground.startEngine();
        String name = " at rest with " + count + " idle targets, whole process";
        sheet.add(Figure.of("heap" + name, "MB", Spread.single(with.heap()), machine)
                .beside(WITHOUT, Spread.single(without.heap())));
        sheet.add(Figure.of("resident memory" + name, "MB", Spread.single(with.resident()),
                machine).beside(WITHOUT, Spread.single(without.resident())));
        sheet.add(Figure.of("processor" + name, "% of one", Spread.single(with.processor()),
                machine).beside(WITHOUT, Spread.single(without.processor())));
    }
}
