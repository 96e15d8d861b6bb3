/**
 * Publishes what the log has written for topics, byte for byte, in the order of positions. Knows
 * no facts, no state and no rules, so that no upgrade can change what an old fact ordered.
 */
@NullMarked
package dev.fairlead.orchestrator.relay;

import org.jspecify.annotations.NullMarked;
