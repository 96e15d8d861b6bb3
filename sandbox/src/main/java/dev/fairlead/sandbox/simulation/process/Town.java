package dev.fairlead.sandbox.simulation.process;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import dev.fairlead.sandbox.simulation.cluster.Cluster;
import dev.fairlead.sandbox.simulation.fate.Actor;
import dev.fairlead.sandbox.simulation.fate.Chance;
import dev.fairlead.sandbox.simulation.topic.Group;

/** All processes of a world; who dies is started again. */
public final class Town {

    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(20);

    private final Ground ground;
    private final Chance chance;
    private final Map<String, OrchestratorProcess> orchestrators = new LinkedHashMap<>();
    private long decidedByDead;
    private final Actor keeper = new Actor("keeper", Actor.Life.ETERNAL);

    public Town(Ground ground) {
        this.ground = ground;
        this.chance = Chance.of(ground.seed(), "town");
    }

    /** Starts two orchestrators, and for each cluster and pool who works there. */
    public void start() {
        keep("orchestrator-a", process -> new OrchestratorProcess(ground, process));
        keep("orchestrator-b", process -> new OrchestratorProcess(ground, process));
        for (Cluster cluster : ground.clusters().values()) {
            Group group = new Group();
            keep("watcher-" + cluster.name(),
                    process -> new WatcherProcess(ground, process, cluster));
            keep("router-" + cluster.name(),
                    process -> new RouterProcess(ground, process, cluster, group));
        }
        for (String pool : ground.fleet().distinctPools()) {
            var groups = new AnalyzerProcess.Groups(new Group(), new Group());
            Group notices = new Group();
            keep("analyzer-" + pool,
                    process -> new AnalyzerProcess(ground, process, pool, groups));
            keep("notifier-" + pool,
                    process -> new NotifierProcess(ground, process, pool, notices));
        }
    }

    /** Decisions of all orchestrators, dead ones included. */
    public long decisions() {
        long sum = decidedByDead;
        for (OrchestratorProcess orchestrator : orchestrators.values()) {
            sum += orchestrator.decisions();
        }
        return sum;
    }

    private void keep(String name, Function<Process, Startable> inside) {
        start(name, 1, inside);
    }

    private void start(String name, int number, Function<Process, Startable> inside) {
        Process process = new Process(name + "." + number, ground);
        Startable started = inside.apply(process);
        if (started instanceof OrchestratorProcess orchestrator) {
            orchestrators.put(name, orchestrator);
        }
        process.life().whenOver(() -> {
            started.stopped();
            decidedByDead += started instanceof OrchestratorProcess dead ? dead.decisions() : 0;
            orchestrators.remove(name);
            ground.scheduler()
                    .in(chance.between(100_000_000, LONGEST_ABSENCE.toNanos()), keeper,
                            "starts " + name, () -> start(name, number + 1, inside));
        });
        started.start();
    }
}
