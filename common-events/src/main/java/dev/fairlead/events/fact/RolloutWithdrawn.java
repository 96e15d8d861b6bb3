package dev.fairlead.events.fact;

/**
 * The target asks for the promoted revision again; the canary is scaled down.
 *
 * @param standing
 *            all that outlives the rollout
 */
public record RolloutWithdrawn(FactHead head, Standing standing) implements RolloutFact {}
