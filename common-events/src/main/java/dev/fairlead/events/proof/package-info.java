/**
 * What makes the log provable: the bytes of an event that are hashed, the chain of a stream, and the
 * Merkle tree over all of them.
 * Knows no meaning of an event, and no table.
 */
@NullMarked
package dev.fairlead.events.proof;

import org.jspecify.annotations.NullMarked;
