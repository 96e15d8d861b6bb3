package dev.fairlead.events.fact;

import java.time.Instant;

/**
 * The primary cannot get ready; nothing was moved or scaled down.
 *
 * @param reason
 *            what the workload says
 * @param due
 *            when it is looked at again
 */
public record InitializationStalled(FactHead head, String reason,
        Instant due) implements RolloutFact {}
