package dev.fairlead.events.fact;

import java.time.Instant;

import dev.fairlead.events.Life;
import dev.fairlead.events.RolloutId;

/**
 * What every fact says of itself.
 *
 * @param life
 *            the Canary's UID
 * @param rollout
 *            the rollout, {@link RolloutId#NONE} outside of one
 * @param at
 *            the moment of the decision, by the log's clock
 */
public record FactHead(Life life, RolloutId rollout, Instant at) {}
