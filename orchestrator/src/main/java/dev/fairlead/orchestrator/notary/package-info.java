/**
 * Signs what the log is at a moment, and hands it to where the log's owner cannot change it.
 * Knows no fact and no rule; reads hashes only, and never writes to the log.
 */
@NullMarked
package dev.fairlead.orchestrator.notary;

import org.jspecify.annotations.NullMarked;
