package dev.fairlead.events.fact;

import dev.fairlead.events.Blueprint;

/**
 * It is known what the primary was made of.
 *
 * @param blueprint
 *            to make it again from
 */
public record PrimaryRecorded(FactHead head, Blueprint blueprint) implements RolloutFact {}
