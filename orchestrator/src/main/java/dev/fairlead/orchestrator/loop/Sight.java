package dev.fairlead.orchestrator.loop;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import dev.fairlead.events.engine.EngineFact;
import dev.fairlead.events.observation.Heartbeat;
import dev.fairlead.orchestrator.eventlog.ReadOffset;

/** Whether the clusters are seen. */
public interface Sight {

    /** A new term has begun. */
    void reset(Collection<String> lostClusters);

    /** A heartbeat was read. */
    void heard(Heard.Letter letter, Heartbeat heartbeat);

    /** Everything up to these positions will have been decided before what is due now. */
    void read(List<ReadOffset> positions);

    /** Clusters that were lost or found since the last call. */
    List<EngineFact> changes(Instant now);
}
