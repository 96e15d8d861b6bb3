package dev.fairlead.events.fact;

/**
 * The revision is promoted and the canary scaled down.
 *
 * @param standing
 *            all that outlives the rollout
 */
public record RolloutSucceeded(FactHead head, Standing standing) implements RolloutFact {}
