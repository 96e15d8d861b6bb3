package dev.fairlead.events.fact;

/**
 * A person holds the rollout: no further weight and no promotion until a person goes on.
 *
 * @param reason
 *            the person's
 */
public record RolloutPaused(FactHead head, String reason) implements ConsentFact {}
