package dev.fairlead.orchestrator.eventlog;

import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.HashedEvent;

/**
 * An event with its place.
 *
 * @param position
 *            in the whole log, dense from 1
 * @param event
 *            what is hashed
 * @param previous
 *            the hash of the stream's event before
 * @param hash
 *            over both
 */
public record LoggedEvent(long position, HashedEvent event, Hash previous, Hash hash) {

    /** Names the event, as {@code stream@version}. */
    public String id() {
        return event.stream() + "@" + event.version();
    }
}
