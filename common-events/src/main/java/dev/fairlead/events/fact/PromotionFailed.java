package dev.fairlead.events.fact;

import java.time.Instant;

/**
 * The primary cannot get ready with the revision; requests go to the canary.
 *
 * @param reason
 *            what the workload says
 * @param due
 *            when it is ordered again if nobody answers
 */
public record PromotionFailed(FactHead head, String reason, Instant due) implements RolloutFact {}
