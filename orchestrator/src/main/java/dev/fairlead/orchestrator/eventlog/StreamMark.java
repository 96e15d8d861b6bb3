package dev.fairlead.orchestrator.eventlog;

import java.time.Instant;

import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.HashChain;
import dev.fairlead.events.proof.HashedEvent;

/**
 * Where a stream ends.
 *
 * @param version
 *            of its last event, 0 before the first
 * @param hash
 *            of its last event, {@link Hash#ZERO} before the first
 * @param time
 *            of its last event; the next is never before it
 */
public record StreamMark(String stream, long version, Hash hash, Instant time) {

    public static StreamMark start(String stream) {
        return new StreamMark(stream, 0, Hash.ZERO, Instant.EPOCH);
    }

    /** Puts an event at the end of the stream. */
    public LoggedEvent seal(long position, long epoch, NewEvent event) {
        var hashed = new HashedEvent(epoch, stream, version + 1, event.type(), event.schema(),
                event.ids(), event.time().isBefore(time) ? time : event.time(), event.body());
        return new LoggedEvent(position, hashed, hash, HashChain.next(hash, hashed));
    }

    /** Where the stream ends after the event. */
    public StreamMark after(LoggedEvent event) {
        return new StreamMark(stream, event.event().version(), event.hash(),
                event.event().time());
    }
}
