package dev.fairlead.sandbox.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.fairlead.orchestrator.loop.Fleet;
import dev.fairlead.sandbox.simulation.cluster.Cluster;
import dev.fairlead.sandbox.simulation.fate.Chance;
import dev.fairlead.sandbox.simulation.fate.Fault;
import dev.fairlead.sandbox.simulation.fate.Faults;
import dev.fairlead.sandbox.simulation.fate.Scheduler;
import dev.fairlead.sandbox.simulation.log.Database;
import dev.fairlead.sandbox.simulation.people.Team;
import dev.fairlead.sandbox.simulation.process.Ground;
import dev.fairlead.sandbox.simulation.process.Town;
import dev.fairlead.sandbox.simulation.rule.LogRules;
import dev.fairlead.sandbox.simulation.rule.WriteRules;
import dev.fairlead.sandbox.simulation.topic.Broker;

/** A world from one seed: models, processes, people, and the rules that watch them. */
final class World {

    private static final int TARGETS = 16;
    private static final String CLUSTER = "eu-1";
    private static final String POOL = "default";

    private final Scheduler scheduler = new Scheduler();
    private final Faults faults;
    private final Database database;
    private final LogRules log = new LogRules();
    private final Town town;

    World(long seed, Set<Fault> allowed) {
        this.faults = Faults.of(seed, allowed);
        this.database = new Database(scheduler);
        database.tell(log);
        Broker broker = new Broker(scheduler, faults);
        Map<String, Cluster> clusters = new LinkedHashMap<>();
        clusters.put(CLUSTER, new Cluster(CLUSTER, scheduler, Chance.of(seed, CLUSTER)));
        var writes = new WriteRules(
                object -> log.history(WriteRules.target(CLUSTER, object)));
        var ground = new Ground(seed, scheduler, faults, database, broker, clusters,
                new Fleet(Map.of(CLUSTER, POOL)), writes);
        this.town = new Town(ground);
        town.start();
        for (int i = 0; i < TARGETS; i++) {
            String name = "app-" + i;
            new Team(scheduler, faults, Chance.of(seed, name), clusters.get(CLUSTER).objects(),
                    name).start();
        }
    }

    void step() {
        scheduler.step();
    }

    long decisions() {
        return town.decisions();
    }

    long rollouts() {
        return log.ended();
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Faults faults() {
        return faults;
    }

    Database database() {
        return database;
    }

    LogRules log() {
        return log;
    }

    List<String> last(int count) {
        return scheduler.last(count);
    }

}
