package dev.fairlead.sandbox.simulation;

import java.time.Duration;
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
import dev.fairlead.sandbox.simulation.people.Buttons;
import dev.fairlead.sandbox.simulation.people.Team;
import dev.fairlead.sandbox.simulation.process.Ground;
import dev.fairlead.sandbox.simulation.process.Town;
import dev.fairlead.sandbox.simulation.rule.CommandRules;
import dev.fairlead.sandbox.simulation.rule.EyesRule;
import dev.fairlead.sandbox.simulation.rule.HandOverRule;
import dev.fairlead.sandbox.simulation.rule.LifeRule;
import dev.fairlead.sandbox.simulation.rule.LogRules;
import dev.fairlead.sandbox.simulation.rule.RestRules;
import dev.fairlead.sandbox.simulation.rule.WriteRules;
import dev.fairlead.sandbox.simulation.topic.Broker;
import dev.fairlead.topics.Topics;

/** A world from one seed: models, processes, people, and the rules that watch them. */
final class World {

    private static final int TARGETS = 16;
    private static final Duration LONGEST = Duration.ofHours(48);
    /** A watcher says everything again within this, and what follows has been done. */
    private static final Duration QUIET = Duration.ofMinutes(16);
    private static final Duration REST = Duration.ofHours(3);
    private static final String CLUSTER = "eu-1";
    private static final String POOL = "default";

    private final Scheduler scheduler = new Scheduler();
    private final Faults faults;
    private final Database database;
    private final LogRules log;
    private final Cluster cluster;
    private final Town town;

    World(long seed, Set<Fault> allowed) {
        this.faults = Faults.of(seed, allowed);
        this.database = new Database(scheduler);
        Broker broker = new Broker(scheduler, faults);
        boolean clockJumps = faults.knows(Fault.CLOCK_JUMP);
        var eyes = new EyesRule(database::now, clockJumps);
        eyes.watch(broker.heard(Topics.observation(CLUSTER)), true);
        eyes.watch(broker.heard(Topics.report(CLUSTER)), false);
        eyes.watch(broker.heard(Topics.report(POOL)), false);
        this.log = new LogRules(eyes);
        database.tell(log);
        this.cluster = new Cluster(CLUSTER, scheduler, Chance.of(seed, CLUSTER));
        var writes = new WriteRules(
                object -> log.history(WriteRules.target(CLUSTER, object)),
                new HandOverRule(cluster.objects(), scheduler::now, clockJumps),
                new LifeRule(cluster.objects(), scheduler::now));
        var ground = new Ground(seed, scheduler, faults, database, broker,
                Map.of(CLUSTER, cluster),
                new Fleet(Map.of(CLUSTER, POOL)), writes);
        this.town = new Town(ground);
        town.start();
        new Weather(ground).start();
        var office = new Team.Office(scheduler, faults, cluster.objects(),
                new Buttons(database::handIn, database::now), CLUSTER);
        for (int i = 0; i < TARGETS; i++) {
            String name = "app-" + i;
            new Team(office, Chance.of(seed, name), name).start();
        }
    }

    void step() {
        scheduler.step();
    }

    /** Whether it may take longer; nothing is awaited for ever. */
    boolean goesOn() {
        return scheduler.now() < LONGEST.toNanos();
    }

    /**
     * Nobody does anything any more, nothing goes wrong, and all come to rest.
     *
     * @throws dev.fairlead.sandbox.simulation.rule.Violation
     *             when they do not, or something does not hold then
     */
    void rest() {
        faults.end();
        long quiet = scheduler.now() + QUIET.toNanos();
        long latest = scheduler.now() + REST.toNanos();
        while (scheduler.now() < quiet || scheduler.now() < latest && !rests()) {
            scheduler.step();
        }
        CommandRules.atRest(database.store());
        RestRules.allKnown(log, CLUSTER, cluster.objects());
        log.histories()
                .keySet()
                .stream()
                .sorted()
                .forEach(target -> RestRules.check(log, database.store(),
                        cluster.objects(), target));
    }

    /** Names all that was written to the log. */
    String digest() {
        var events = database.store().events();
        return events.isEmpty() ? "" : events.size() + "/" + events.getLast().hash();
    }

    private boolean rests() {
        return log.histories().values().stream().allMatch(it -> RestRules.rests(it.state()));
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
