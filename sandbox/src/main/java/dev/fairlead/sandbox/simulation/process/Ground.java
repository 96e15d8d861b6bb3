package dev.fairlead.sandbox.simulation.process;

import java.time.Instant;
import java.util.Map;

import dev.fairlead.orchestrator.loop.Fleet;
import dev.fairlead.sandbox.simulation.cluster.Cluster;
import dev.fairlead.sandbox.simulation.cluster.MemoryApiServer;
import dev.fairlead.sandbox.simulation.fate.Faults;
import dev.fairlead.sandbox.simulation.fate.Scheduler;
import dev.fairlead.sandbox.simulation.log.Database;
import dev.fairlead.sandbox.simulation.topic.Broker;

/**
 * What the processes of a world stand on.
 *
 * @param seed
 *            of all chance
 * @param clusters
 *            by name
 * @param writes
 *            told of each write of ours to a cluster
 */
public record Ground(long seed, Scheduler scheduler, Faults faults, Database database,
        Broker broker, Map<String, Cluster> clusters, Fleet fleet,
        MemoryApiServer.Witness writes) {

    /** The workers' clock; they need not agree with the database. */
    public Instant instant() {
        return database.now();
    }
}
