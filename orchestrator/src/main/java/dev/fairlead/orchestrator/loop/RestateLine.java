package dev.fairlead.orchestrator.loop;

import java.util.concurrent.CompletableFuture;

import dev.fairlead.events.observation.RestateRequested;

/** The way to a watcher: say it all again. */
public interface RestateLine {

    /** Sends a request; fails when no broker takes it. */
    CompletableFuture<?> ask(RestateRequested request);
}
