package dev.fairlead.watcher.publish;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.fairlead.events.observation.Observation;

/** Says what was seen in one cluster. What is said by one thread is heard in its order. */
public interface Voice {

    /**
     * Says it once.
     *
     * @return fails when the observation may not have been heard
     */
    CompletableFuture<?> say(Observation observation);

    /**
     * Says that the watcher is alive.
     *
     * @param blind
     *            the kinds that are not being watched just now
     */
    CompletableFuture<?> beat(List<String> blind);
}
