package dev.fairlead.orchestrator.relay;

import java.util.concurrent.CompletableFuture;

import dev.fairlead.orchestrator.eventlog.Outgoing;

/** Puts a record on its topic. */
public interface Publisher {

    /**
     * Sends a record as it is. Those of one key keep their order unless one fails.
     *
     * @return completes when it is safe, fails when that is not known in time
     */
    CompletableFuture<?> send(Outgoing record);
}
