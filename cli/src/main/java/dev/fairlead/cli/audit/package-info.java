/**
 * Asks whether the log is what was written, and checks proofs without the engine.
 * Knows the engine only by its API, and what a proof is by the words of the events.
 */
@NullMarked
package dev.fairlead.cli.audit;

import org.jspecify.annotations.NullMarked;
