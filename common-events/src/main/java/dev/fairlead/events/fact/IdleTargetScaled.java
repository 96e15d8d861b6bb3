package dev.fairlead.events.fact;

/**
 * Somebody has scaled the target up while nothing is tried. It stays as it is.
 *
 * @param replicas
 *            the pods that it asks for now, from 1
 * @param reason
 *            what people are told
 */
public record IdleTargetScaled(FactHead head, int replicas, String reason) implements RolloutFact {}
