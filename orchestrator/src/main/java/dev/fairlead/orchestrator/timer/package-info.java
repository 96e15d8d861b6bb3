/**
 * Knows which deadlines have come, and whether enough is seen to act on them. Decides nothing
 * about a rollout; asks nobody for the time.
 */
@NullMarked
package dev.fairlead.orchestrator.timer;

import org.jspecify.annotations.NullMarked;
