package dev.fairlead.events.wire.bundle;

import java.util.List;

import dev.fairlead.events.proof.Hash;
import dev.fairlead.events.proof.HashedEvent;

/**
 * An event with its way to the root of a checkpoint.
 *
 * @param position
 *            in the whole log, from 1
 * @param event
 *            what is hashed
 * @param previous
 *            the hash of the stream's event before
 * @param hash
 *            over both
 * @param path
 *            from the event's leaf to the root (RFC 9162, section 2.1.3)
 */
public record ProvenEvent(long position, HashedEvent event, Hash previous, Hash hash,
        List<Hash> path) {}
