package dev.fairlead.events.fact;

/**
 * The primary cannot get ready; nothing was moved or scaled down.
 *
 * @param reason
 *            what the workload says
 */
public record InitializationStalled(FactHead head, String reason) implements RolloutFact {}
