package dev.fairlead.events.fact;

/**
 * The revision is given up and the canary scaled down.
 *
 * @param reason
 *            for people
 * @param standing
 *            all that outlives the rollout
 */
public record RolloutFailed(FactHead head, String reason,
        Standing standing) implements RolloutFact {}
