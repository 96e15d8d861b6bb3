package dev.fairlead.events.fact;

/**
 * A person lets a paused rollout go on.
 *
 * @param reason
 *            the person's
 */
public record RolloutResumed(FactHead head, String reason) implements ConsentFact {}
