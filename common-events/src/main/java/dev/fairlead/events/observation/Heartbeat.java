package dev.fairlead.events.observation;

import java.time.Instant;
import java.util.List;

/**
 * A watcher or router is alive. A watcher's goes the way of its observations, so that whatever
 * was observed before has been heard with it. Heard, never logged.
 *
 * @param cluster
 *            whose
 * @param service
 *            {@code watcher} or {@code router}
 * @param instance
 *            the process, new for each start
 * @param at
 *            the sender's clock, for people only
 * @param blind
 *            the kinds that are not being watched just now
 */
public record Heartbeat(String cluster, String service, String instance, Instant at,
        List<String> blind) {

    public Heartbeat {
        blind = List.copyOf(blind);
    }
}
