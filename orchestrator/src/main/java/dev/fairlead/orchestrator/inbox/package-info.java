/**
 * Takes in what people ask for and gives them the answer. Any instance may; the one that is active
 * decides. No rule of a rollout here.
 */
@NullMarked
package dev.fairlead.orchestrator.inbox;

import org.jspecify.annotations.NullMarked;
