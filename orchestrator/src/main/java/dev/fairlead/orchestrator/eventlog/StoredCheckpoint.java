package dev.fairlead.orchestrator.eventlog;

import java.util.List;

import dev.fairlead.events.proof.Checkpoint;
import dev.fairlead.events.proof.Hash;

/**
 * A checkpoint with what is needed to go on from it.
 *
 * @param checkpoint
 *            what is signed
 * @param note
 *            with the signature
 * @param peaks
 *            of the tree, widest first
 */
public record StoredCheckpoint(Checkpoint checkpoint, String note, List<Hash> peaks) {}
