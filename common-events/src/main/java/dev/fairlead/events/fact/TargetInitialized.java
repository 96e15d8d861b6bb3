package dev.fairlead.events.fact;

/**
 * The primary serves; the target stands by.
 *
 * @param standing
 *            all that is known of the target
 */
public record TargetInitialized(FactHead head, Standing standing) implements RolloutFact {}
