package dev.fairlead.events.fact;

/**
 * A Canary that is being deleted has left what was ordered.
 *
 * @param adopted
 *            whether what was adopted is given back; else the Canary is let go
 */
public record TargetReverted(FactHead head, boolean adopted) implements DeletionFact {}
